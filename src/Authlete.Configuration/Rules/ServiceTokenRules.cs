using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Rules about how long what a service issues lives, and what protects it.</summary>
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
        new("AUT-S15", "Access tokens live for an hour at most", RuleSeverity.Low, RuleKind.Service)
        {
            Reads = ["accessTokenDuration"],
            Why = "A bearer token that leaks can be used until it expires.",
            References = [new("RFC 6750", "section 5.3", "Token servers SHOULD issue short-lived (one hour or less) bearer tokens")],
            Recommendation = "Set accessTokenDuration to 3600 seconds or less.",
            Fix = "Set-AuthleteService $serviceApiKey -AccessTokenDuration 3600",
            FalsePositives =
                "Tokens that are bound to a key or a certificate. The duration of a token is the least of the service's, the client's (extension.accessTokenDuration), and the scopes' (attribute access_token.duration), so it may be shorter.",
            Notes = "What 0 means isn't documented: the outcome is Investigate. Look at expires_in of a token.",
            Check = context =>
                context.Service.Number("accessTokenDuration") switch
                {
                    <= 0 => Verdict.Investigate(
                        "accessTokenDuration",
                        "accessTokenDuration is 0, and it isn't documented what that means. Look at expires_in of a token."
                    ),
                    > Hour and var duration => Verdict.Fail(
                        "accessTokenDuration",
                        $"accessTokenDuration is {duration} seconds, more than 3600."
                    ),
                    var duration => Verdict.Pass($"accessTokenDuration is {duration} seconds."),
                },
        },
        new("AUT-S16", "Refresh tokens expire", RuleSeverity.Low, RuleKind.Service)
        {
            Reads = ["refreshTokenDuration", "refreshTokenKept", "refreshTokenDurationReset"],
            Why = "A refresh token that leaks gives access until it expires. One whose duration begins again at each use may never expire.",
            References = [new("RFC 9700", "section 4.14.2", "Refresh tokens SHOULD expire if the client has been inactive for some time")],
            Recommendation =
                "Set a shorter refreshTokenDuration, and refreshTokenDurationKept to true so that a new token doesn't live longer than the one before.",
            Fix = "Set-AuthleteService $serviceApiKey -RefreshTokenDuration 2592000 -RefreshTokenDurationKept $true",
            FalsePositives = "Clients that work offline for long. Authlete removes tokens that weren't used for 90 days.",
            Notes = "What 0 means isn't documented: the outcome is Investigate, whatever else is set.",
            Check = context =>
            {
                var duration = context.Service.Number("refreshTokenDuration");
                return duration <= 0
                        ? Verdict.Investigate(
                            "refreshTokenDuration",
                            "refreshTokenDuration is 0, and it isn't documented what that means. Look at a refresh token."
                        )
                    : duration > NinetyDays
                        ? Verdict.Fail("refreshTokenDuration", $"refreshTokenDuration is {duration} seconds, more than 90 days (7776000).")
                    : context.Service.Flag("refreshTokenKept") && context.Service.Flag("refreshTokenDurationReset")
                        ? Verdict.Fail(
                            "refreshTokenDurationReset",
                            "refreshTokenKept and refreshTokenDurationReset are true: a refresh token that is used never expires."
                        )
                    : Verdict.Pass($"refreshTokenDuration is {duration} seconds.");
            },
        },
        new("AUT-S17", "Responses and request URIs are short-lived", RuleSeverity.Low, RuleKind.Service)
        {
            Reads = ["authorizationResponseDuration", "pushedAuthReqDuration", "allowableClockSkew"],
            Why = "What passes through the browser can be used again until it expires. A large clock skew makes each token live longer.",
            References =
            [
                new("JARM", "section 2.1", "A maximum JWT lifetime of 10 minutes is RECOMMENDED."),
                new("RFC 9126", "section 2.2", "will typically be relatively short (e.g., between 5 and 600 seconds)"),
                new("RFC 7519", "section 4.1.4", "some small leeway, usually no more than a few minutes, to account for clock skew"),
            ],
            Recommendation =
                "Set authorizationResponseDuration and pushedAuthReqDuration to 600 or less, and allowableClockSkew to 300 or less.",
            Fix = "Set-AuthleteService $serviceApiKey -AuthorizationResponseDuration 600 -PushedAuthReqDuration 600 -AllowableClockSkew 60",
            FalsePositives = "None known. 0 means the server's default and passes.",
            Check = context =>
                context.Service.Number("authorizationResponseDuration") is > TenMinutes and var response
                    ? Verdict.Fail("authorizationResponseDuration", $"authorizationResponseDuration is {response} seconds, more than 600.")
                : context.Service.Number("pushedAuthReqDuration") is > TenMinutes and var request
                    ? Verdict.Fail("pushedAuthReqDuration", $"pushedAuthReqDuration is {request} seconds, more than 600.")
                : context.Service.Number("allowableClockSkew") is > MaxClockSkew and var skew
                    ? Verdict.Fail("allowableClockSkew", $"allowableClockSkew is {skew} seconds, more than 300.")
                : Verdict.Pass("authorizationResponseDuration, pushedAuthReqDuration, and allowableClockSkew are small or 0."),
        },
        new("AUT-S20", "The device flow is set up and hard to guess", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["supportedGrantTypes", "deviceFlowCodeDuration", "deviceVerificationUri", "userCodeLength", "userCodeCharset"],
            Why =
                "Without a duration and a URI, Authlete refuses device requests. A short user code, or one that lives long, can be guessed.",
            References =
            [
                RuleReference.Gist("Authlete result codes", "A222101, A222102", "no device verification URI; no code duration"),
                RuleReference.Gist(
                    "RFC 8628",
                    "section 5.1",
                    "the user code is typed by the user; its entropy may be low, so that brute-force attacks have to be made infeasible"
                ),
                RuleReference.Gist("RFC 8628", "section 6.1", "a character set of 20 letters with a length of 8, or 9 digits"),
                RuleReference.Gist("RFC 8628", "section 3.2", "verification_uri: REQUIRED; expires_in: REQUIRED"),
            ],
            Recommendation =
                "Set deviceVerificationUri, deviceFlowCodeDuration to 1800 or less, and userCodeLength to 8 letters or 9 digits at least.",
            Fix =
                "Set-AuthleteService $serviceApiKey -DeviceVerificationUri 'https://as.example.com/device' -DeviceFlowCodeDuration 600 -UserCodeLength 8 -UserCodeCharset BASE20",
            FalsePositives = "None known. userCodeLength 0 means the default and passes.",
            Notes = "Without userCodeCharset, BASE20 counts.",
            Check = context =>
                !context.Service.Has("supportedGrantTypes", "DEVICE_CODE")
                    ? Verdict.NotApplicable("supportedGrantTypes doesn't have DEVICE_CODE.")
                    : CheckDeviceFlow(context.Service),
        },
        new("AUT-S24", "JWT access tokens have an asymmetric signature", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["accessTokenSignAlg"],
            Why =
                "Resource servers can't check a token without a signature. With a symmetric one, each that can check can also make tokens.",
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
                    "the \"none\" algorithm should only be used when the JWT is cryptographically protected by other means"
                ),
            ],
            Recommendation =
                "Set accessTokenSignAlg to an asymmetric algorithm, such as ES256, or remove it, which makes access tokens opaque.",
            Fix = "Set-AuthleteService $serviceApiKey -AccessTokenSignAlg ES256",
            FalsePositives = "None. Without accessTokenSignAlg, access tokens are opaque, which passes.",
            Check = context =>
                context.Service.Text("accessTokenSignAlg") switch
                {
                    null => Verdict.Pass("accessTokenSignAlg isn't set: access tokens are opaque."),
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
        return duration == 0 ? Verdict.Fail("deviceFlowCodeDuration", "deviceFlowCodeDuration is 0: Authlete refuses device requests.")
            : service.Text("deviceVerificationUri") is null
                ? Verdict.Fail("deviceVerificationUri", "deviceVerificationUri isn't set: Authlete refuses device requests.")
            : duration > MaxDeviceCodeDuration
                ? Verdict.Fail("deviceFlowCodeDuration", $"deviceFlowCodeDuration is {duration} seconds, more than 1800.")
            : length > 0 && length < minLength ? Verdict.Fail("userCodeLength", $"userCodeLength is {length}, less than {minLength}.")
            : Verdict.Pass("Duration, verification URI, and user code of the device flow are set.");
    }
}
