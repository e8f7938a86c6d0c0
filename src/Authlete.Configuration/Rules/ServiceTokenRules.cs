using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Rules about the lifetimes and the protection of tokens, codes, and responses.</summary>
internal static class ServiceTokenRules
{
    private const long Hour = 3600;
    private const long NinetyDays = 90 * 24 * Hour;
    private const long TenMinutes = 600;
    private const long MaxClockSkew = 300;
    private const long MaxDeviceCodeDuration = 1800;
    private const int MinLengthOfLetters = 8;
    private const int MinLengthOfDigits = 9;

    public static IReadOnlyList<ConfigurationRule> All { get; } =
    [
        new("AUT-S15", "Access tokens should expire within an hour", RuleSeverity.Low, RuleKind.Service)
        {
            Reads = ["accessTokenDuration"],
            Condition =
                "The rule fails if accessTokenDuration is greater than 3600 seconds. If it is 0, the outcome is Investigate, because the meaning of 0 isn't documented: check expires_in of a token.",
            Why = "Anyone who gets a leaked bearer token can use it until it expires.",
            References = [new("RFC 6750", "section 5.3", "Token servers SHOULD issue short-lived (one hour or less) bearer tokens")],
            Recommendation = "Set accessTokenDuration to 3600 seconds or less.",
            Fix = "Set-AuthleteService $serviceApiKey -AccessTokenDuration 3600",
            FalsePositives =
                "Tokens that are bound to a key or a certificate. Tokens with a shorter duration: the shortest of the durations of the service, the client (extension.accessTokenDuration), and the scopes (attribute access_token.duration) applies.",
            Check = context =>
                context.Service.Number("accessTokenDuration") switch
                {
                    <= 0 => Verdict.Investigate(
                        "accessTokenDuration",
                        "accessTokenDuration is 0, whose meaning isn't documented. Check expires_in of a token."
                    ),
                    > Hour and var duration => Verdict.Fail(
                        "accessTokenDuration",
                        $"accessTokenDuration is {duration} seconds, more than 3600."
                    ),
                    var duration => Verdict.Pass($"accessTokenDuration is {duration} seconds."),
                },
        },
        new("AUT-S16", "Refresh tokens should expire", RuleSeverity.Low, RuleKind.Service)
        {
            Reads = ["refreshTokenDuration", "refreshTokenKept", "refreshTokenDurationReset"],
            Condition =
                "The rule fails if refreshTokenDuration is greater than 90 days, or if refreshTokenKept and refreshTokenDurationReset are both true. If refreshTokenDuration is 0, the outcome is Investigate, because the meaning of 0 isn't documented.",
            Why = "A leaked refresh token gives access until it expires. A token whose duration restarts with each use may never expire.",
            References = [new("RFC 9700", "section 4.14.2", "Refresh tokens SHOULD expire if the client has been inactive for some time")],
            Recommendation =
                "Reduce refreshTokenDuration, and set refreshTokenDurationKept to true so that a new token doesn't live longer than the previous one.",
            Fix = "Set-AuthleteService $serviceApiKey -RefreshTokenDuration 2592000 -RefreshTokenDurationKept $true",
            FalsePositives = "Clients that work offline for a long time. Authlete removes tokens that haven't been used for 90 days.",
            Check = context =>
            {
                var duration = context.Service.Number("refreshTokenDuration");
                return duration <= 0
                        ? Verdict.Investigate(
                            "refreshTokenDuration",
                            "refreshTokenDuration is 0, whose meaning isn't documented. Check when a refresh token expires."
                        )
                    : duration > NinetyDays
                        ? Verdict.Fail("refreshTokenDuration", $"refreshTokenDuration is {duration} seconds, more than 90 days (7776000).")
                    : context.Service.Flag("refreshTokenKept") && context.Service.Flag("refreshTokenDurationReset")
                        ? Verdict.Fail(
                            "refreshTokenDurationReset",
                            "refreshTokenKept and refreshTokenDurationReset are both true, so a refresh token in use never expires."
                        )
                    : Verdict.Pass($"refreshTokenDuration is {duration} seconds.");
            },
        },
        new("AUT-S17", "Authorization responses and request URIs should be short-lived", RuleSeverity.Low, RuleKind.Service)
        {
            Reads = ["authorizationResponseDuration", "pushedAuthReqDuration", "allowableClockSkew"],
            Condition =
                "The rule fails if authorizationResponseDuration or pushedAuthReqDuration is greater than 600 seconds, or if allowableClockSkew is greater than 300 seconds. 0 means the server's default and passes.",
            Why = "Data that passes through the browser can be reused until it expires. A large clock skew makes each token live longer.",
            References =
            [
                new("JARM", "section 2.1", "A maximum JWT lifetime of 10 minutes is RECOMMENDED."),
                new("RFC 9126", "section 2.2", "will typically be relatively short (e.g., between 5 and 600 seconds)"),
                new("RFC 7519", "section 4.1.4", "some small leeway, usually no more than a few minutes, to account for clock skew"),
            ],
            Recommendation =
                "Set authorizationResponseDuration and pushedAuthReqDuration to 600 or less, and set allowableClockSkew to 300 or less.",
            Fix = "Set-AuthleteService $serviceApiKey -AuthorizationResponseDuration 600 -PushedAuthReqDuration 600 -AllowableClockSkew 60",
            FalsePositives = "None.",
            Check = context =>
                context.Service.Number("authorizationResponseDuration") is > TenMinutes and var response
                    ? Verdict.Fail("authorizationResponseDuration", $"authorizationResponseDuration is {response} seconds, more than 600.")
                : context.Service.Number("pushedAuthReqDuration") is > TenMinutes and var request
                    ? Verdict.Fail("pushedAuthReqDuration", $"pushedAuthReqDuration is {request} seconds, more than 600.")
                : context.Service.Number("allowableClockSkew") is > MaxClockSkew and var skew
                    ? Verdict.Fail("allowableClockSkew", $"allowableClockSkew is {skew} seconds, more than 300.")
                : Verdict.Pass("authorizationResponseDuration, pushedAuthReqDuration, and allowableClockSkew are within the limits."),
        },
        new("AUT-S20", "The device flow must be set up and hard to guess", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["supportedGrantTypes", "deviceFlowCodeDuration", "deviceVerificationUri", "userCodeLength", "userCodeCharset"],
            Condition =
                "The rule fails if supportedGrantTypes contains DEVICE_CODE, and deviceFlowCodeDuration is 0 or greater than 1800 seconds, deviceVerificationUri isn't set, or userCodeLength is less than 8 letters or 9 digits. Without userCodeCharset, user codes consist of letters (BASE20). A userCodeLength of 0 means the default and passes.",
            Why =
                "Without a duration and a verification URI, Authlete refuses device requests. An attacker can guess a user code that is short or long-lived.",
            References =
            [
                RuleReference.Gist(
                    "Authlete result codes",
                    "A222101, A222102",
                    "the service has no device verification URI; it has no duration of device codes"
                ),
                RuleReference.Gist(
                    "RFC 8628",
                    "section 5.1",
                    "user codes have little entropy because users type them, so the server must make brute-force attacks infeasible"
                ),
                RuleReference.Gist("RFC 8628", "section 6.1", "examples are 8 characters from a set of 20 letters, and 9 digits"),
                RuleReference.Gist("RFC 8628", "section 3.2", "verification_uri and expires_in are required"),
            ],
            Recommendation =
                "Set deviceVerificationUri, set deviceFlowCodeDuration to 1800 or less, and set userCodeLength to at least 8 for letters or 9 for digits.",
            Fix =
                "Set-AuthleteService $serviceApiKey -DeviceVerificationUri 'https://as.example.com/device' -DeviceFlowCodeDuration 600 -UserCodeLength 8 -UserCodeCharset BASE20",
            FalsePositives = "None.",
            Check = context =>
                !context.Service.Has("supportedGrantTypes", "DEVICE_CODE")
                    ? Verdict.NotApplicable("supportedGrantTypes doesn't contain DEVICE_CODE.")
                    : CheckDeviceFlow(context.Service),
        },
        new("AUT-S24", "JWT access tokens must have an asymmetric signature", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["accessTokenSignAlg"],
            Condition =
                "The rule fails if accessTokenSignAlg is NONE or begins with HS. If it isn't set, access tokens are opaque, which passes.",
            Why =
                "Resource servers can't verify an unsigned token. With a symmetric signature, each server that can verify tokens can also create them.",
            References =
            [
                new(
                    "RFC 9068",
                    "section 2.1",
                    "JWT access tokens MUST be signed. Although JWT access tokens can use any signing algorithm, use of asymmetric cryptography is RECOMMENDED"
                ),
                new(
                    "RFC 8725",
                    "section 3.2",
                    "The \"none\" algorithm should only be used when the JWT is cryptographically protected by other means"
                ),
            ],
            Recommendation = "Set accessTokenSignAlg to an asymmetric algorithm, such as ES256, or remove it to make access tokens opaque.",
            Fix = "Set-AuthleteService $serviceApiKey -AccessTokenSignAlg ES256",
            FalsePositives = "None.",
            Check = context =>
                context.Service.Text("accessTokenSignAlg") switch
                {
                    null => Verdict.Pass("accessTokenSignAlg isn't set, so access tokens are opaque."),
                    { } alg when alg == "NONE" || ClientFacts.IsSymmetric(alg) => Verdict.Fail(
                        "accessTokenSignAlg",
                        $"accessTokenSignAlg is {alg}."
                    ),
                    var alg => Verdict.Pass($"accessTokenSignAlg is {alg}."),
                },
        },
    ];

    private static Verdict CheckDeviceFlow(SettingsReader service)
    {
        var duration = service.Number("deviceFlowCodeDuration");
        var length = service.Number("userCodeLength");
        var minLength = (service.Text("userCodeCharset") ?? "BASE20") switch
        {
            "BASE20" => MinLengthOfLetters,
            "NUMERIC" => MinLengthOfDigits,
            _ => 0,
        };
        return duration == 0 ? Verdict.Fail("deviceFlowCodeDuration", "deviceFlowCodeDuration is 0, so Authlete refuses device requests.")
            : service.Text("deviceVerificationUri") is null
                ? Verdict.Fail("deviceVerificationUri", "deviceVerificationUri isn't set, so Authlete refuses device requests.")
            : duration > MaxDeviceCodeDuration
                ? Verdict.Fail("deviceFlowCodeDuration", $"deviceFlowCodeDuration is {duration} seconds, more than 1800.")
            : length > 0 && length < minLength ? Verdict.Fail("userCodeLength", $"userCodeLength is {length}, less than {minLength}.")
            : Verdict.Pass("deviceFlowCodeDuration, deviceVerificationUri, and userCodeLength are within the limits.");
    }
}
