using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Rules about the tokens that clients get.</summary>
internal static class ClientTokenRules
{
    private const string CertificateBound = "tlsClientCertificateBoundAccessTokens";

    private static readonly string[] s_durations = ["accessTokenDuration", "refreshTokenDuration"];

    public static IReadOnlyList<ConfigurationRule> All { get; } =
    [
        new("AUT-C27", "Refresh tokens of a public client rotate or are bound", RuleSeverity.High, RuleKind.Client)
        {
            NeedsService = true,
            Reads = ["clientType", "grantTypes", "dpopRequired", CertificateBound],
            ReadsBeside = ["refreshTokenKept", CertificateBound],
            Why =
                "A stolen refresh token of a public client can be used by anybody. If tokens rotate, a second use is noticed; if they are bound, the thief lacks the key.",
            References =
            [
                new(
                    "RFC 9700",
                    "section 2.2.2",
                    "Refresh tokens for public clients MUST be sender-constrained or use refresh token rotation"
                ),
                new(
                    "RFC 9700",
                    "section 4.14.2",
                    "Authorization servers MUST utilize one of these methods to detect refresh token replay by malicious actors for public clients"
                ),
            ],
            Recommendation = "Set refreshTokenKept of the service to false, or dpopRequired of the client to true.",
            Fix = "Set-AuthleteClient $clientId -DpopRequired $true",
            FalsePositives = "None. Confidential clients aren't looked at: FAPI 2.0 forbids rotation for them (AUT-F11).",
            Check = context =>
                !context.Client.IsPublic() ? Verdict.NotApplicable("The client isn't public.")
                : !context.Client.Has("grantTypes", "REFRESH_TOKEN") ? Verdict.NotApplicable("grantTypes doesn't have REFRESH_TOKEN.")
                : !context.Service.Flag("refreshTokenKept") ? Verdict.Pass("refreshTokenKept of the service is false.")
                : ClientFacts.IsSenderConstrained(context.Client, context.Service)
                    ? Verdict.Pass("The client's tokens are sender-constrained.")
                : Verdict.Fail("dpopRequired", "The client is public, refreshTokenKept of the service is true, and dpopRequired is false."),
        },
        new("AUT-C28", "Access tokens are sender-constrained", RuleSeverity.Info, RuleKind.Client)
        {
            Tier = 2,
            NeedsService = true,
            Reads = ["dpopRequired", CertificateBound],
            ReadsBeside = [CertificateBound],
            Why = "A stolen token that is bound to a key is of no use without the key.",
            References =
            [
                new(
                    "RFC 9700",
                    "section 2.2.1",
                    "Authorization and resource servers SHOULD use mechanisms for sender-constraining access tokens"
                ),
            ],
            Recommendation = "Use DPoP, or certificate-bound access tokens.",
            Fix = "Set-AuthleteClient $clientId -DpopRequired $true",
            FalsePositives = "Most clients.",
            Check = context =>
                ClientFacts.IsSenderConstrained(context.Client, context.Service)
                    ? Verdict.Pass("The client's tokens are sender-constrained.")
                    : Verdict.Fail(
                        "dpopRequired",
                        $"dpopRequired is false, and {CertificateBound} isn't true for both the client and the service."
                    ),
        },
        new("AUT-C29", "Certificate-bound tokens are on for both sides", RuleSeverity.Medium, RuleKind.Client)
        {
            NeedsService = true,
            Reads = [CertificateBound],
            ReadsBeside = [CertificateBound],
            Why =
                "Authlete binds access tokens to a certificate only if the client and the service say so. The client's setting alone protects nothing.",
            References = [RuleReference.Gist("Authlete result codes", "A152305", "no sender-constraining is set up on service and client")],
            Recommendation = $"Set {CertificateBound} to true for the service too.",
            Fix = "Set-AuthleteService $serviceApiKey -TlsClientCertificateBoundAccessTokens $true",
            FalsePositives = "None.",
            Check = context =>
                !context.Client.Flag(CertificateBound) ? Verdict.NotApplicable(CertificateBound + " is false.")
                : context.Service.Flag(CertificateBound) ? Verdict.Pass(CertificateBound + " is true for the service too.")
                : Verdict.Fail(CertificateBound, CertificateBound + " is true for the client and false for the service."),
        },
        new("AUT-C30", "The client's scopes are limited", RuleSeverity.Low, RuleKind.Client)
        {
            Reads = ["extension.requestableScopesEnabled", "dynamicallyRegistered", "grantTypes"],
            Why = "Without requestable scopes, the client can request every scope of the service.",
            References =
            [
                new(
                    "RFC 9700",
                    "section 2.3",
                    "The privileges associated with an access token SHOULD be restricted to the minimum required for the particular application or use case."
                ),
            ],
            Recommendation = "Set the requestable scopes of the client.",
            Fix = "Set-AuthleteRequestableScope $clientId openid, profile",
            FalsePositives = "Services that have only the standard scopes.",
            Notes =
                "The severity is Medium if the client registered itself, or has CLIENT_CREDENTIALS, because no user is asked then. An export doesn't say how a client was registered.",
            Check = context =>
            {
                if (context.Client.Object("extension").Flag("requestableScopesEnabled"))
                {
                    return Verdict.Pass("extension.requestableScopesEnabled is true.");
                }

                var cause =
                    context.Client.Flag("dynamicallyRegistered") ? ", and the client registered itself"
                    : context.Client.Has("grantTypes", "CLIENT_CREDENTIALS") ? ", and grantTypes has CLIENT_CREDENTIALS"
                    : null;
                return Verdict.Fail(
                    "extension.requestableScopesEnabled",
                    $"extension.requestableScopesEnabled is false{cause}.",
                    cause is null ? null : RuleSeverity.Medium
                );
            },
        },
        new("AUT-C33", "A CIBA client is set up", RuleSeverity.High, RuleKind.Client)
        {
            NeedsService = true,
            Reads = ["grantTypes", "clientType", "bcDeliveryMode"],
            ReadsBeside = ["supportedBackchannelTokenDeliveryModes"],
            Why =
                "A backchannel request has to be authenticated, and Authlete refuses it without a delivery mode that the service supports.",
            References =
            [
                new("OpenID Connect CIBA Core", "section 7.1", "The Client MUST authenticate to the Backchannel Authentication Endpoint"),
                RuleReference.Gist(
                    "Authlete result codes",
                    "A169301, A169302",
                    "the client has no bcDeliveryMode; the delivery mode isn't enabled on the service"
                ),
            ],
            Recommendation = "Make the client confidential, and set bcDeliveryMode to a mode of the service.",
            Fix = "Set-AuthleteClient $clientId -BcDeliveryMode POLL",
            FalsePositives = "None.",
            Check = context =>
                !context.Client.Has("grantTypes", "CIBA") ? Verdict.NotApplicable("grantTypes doesn't have CIBA.")
                : context.Client.IsPublic() ? Verdict.Fail("clientType", "The client is public, and grantTypes has CIBA.")
                : context.Client.Text("bcDeliveryMode") is not { } mode
                    ? Verdict.Fail("bcDeliveryMode", "bcDeliveryMode isn't set, and grantTypes has CIBA.")
                : context.Service.Has("supportedBackchannelTokenDeliveryModes", mode) ? Verdict.Pass($"bcDeliveryMode is {mode}.")
                : Verdict.Fail(
                    "bcDeliveryMode",
                    $"bcDeliveryMode is {mode}, and supportedBackchannelTokenDeliveryModes of the service doesn't have it."
                ),
        },
        new("AUT-C34", "The client's durations aren't longer than the service's", RuleSeverity.Low, RuleKind.Client)
        {
            Tier = 2,
            NeedsService = true,
            Reads = ["extension.accessTokenDuration", "extension.refreshTokenDuration"],
            ReadsBeside = s_durations,
            Why =
                "Authlete 2.x ignores a client's duration that is longer than the service's. In 3.0 it wins, so tokens would live longer after an upgrade.",
            References =
            [
                RuleReference.Gist(
                    "Authlete OpenAPI",
                    "ClientExtension",
                    "the duration of the client is used if it is less than the service's"
                ),
                RuleReference.Gist(
                    "Authlete Knowledge Base",
                    "How to calculate token duration",
                    "the least of the durations of service, scopes, and client"
                ),
            ],
            Recommendation = "Lower or remove the client's duration.",
            Fix = "Set-AuthleteClient $clientId -Extension @{ accessTokenDuration = 0; refreshTokenDuration = 0 }",
            FalsePositives = "None.",
            Check = context =>
            {
                var extension = context.Client.Object("extension");
                var isSet = false;
                string? longer = null;
                foreach (var name in s_durations)
                {
                    var (own, service) = (extension.Number(name), context.Service.Number(name));
                    isSet |= own > 0;
                    longer ??= service > 0 && own > service ? $"extension.{name} is {own}, more than the service's {service}." : null;
                }

                return longer is not null ? Verdict.Fail(longer.Substring(0, longer.IndexOf(' ')), longer)
                    : isSet ? Verdict.Pass("The client's durations aren't longer than the service's.")
                    : Verdict.NotApplicable("The client has no durations of its own.");
            },
        },
    ];
}
