using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Rules about the tokens that clients get.</summary>
internal static class ClientTokenRules
{
    private const string CertificateBound = "tlsClientCertificateBoundAccessTokens";

    private static readonly string[] s_durations = ["accessTokenDuration", "refreshTokenDuration"];

    public static IReadOnlyList<ConfigurationRule> All { get; } =
    [
        new("AUT-C27", "A public client must have rotating or sender-constrained refresh tokens", RuleSeverity.High, RuleKind.Client)
        {
            NeedsService = true,
            Reads = ["clientType", "grantTypes", "dpopRequired", CertificateBound],
            ReadsBeside = ["refreshTokenKept", CertificateBound],
            Condition =
                "The rule fails if the client is public, grantTypes contains REFRESH_TOKEN, refreshTokenKept of the service is true, and the client's tokens aren't sender-constrained. Confidential clients aren't checked, because FAPI 2.0 forbids rotation for them (AUT-F11).",
            Why =
                "Anyone can use a stolen refresh token of a public client. If tokens rotate, the server detects the second use; if tokens are sender-constrained, the thief lacks the key.",
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
            FalsePositives = "None.",
            Check = context =>
                !context.Client.IsPublic() ? Verdict.NotApplicable("The client isn't public.")
                : !context.Client.Has("grantTypes", "REFRESH_TOKEN") ? Verdict.NotApplicable("grantTypes doesn't contain REFRESH_TOKEN.")
                : !context.Service.Flag("refreshTokenKept") ? Verdict.Pass("refreshTokenKept of the service is false.")
                : ClientFacts.IsSenderConstrained(context.Client, context.Service)
                    ? Verdict.Pass("The client's tokens are sender-constrained.")
                : Verdict.Fail(
                    "dpopRequired",
                    "dpopRequired is false, but the client is public and refreshTokenKept of the service is true."
                ),
        },
        new("AUT-C28", "A client should have sender-constrained access tokens", RuleSeverity.Info, RuleKind.Client)
        {
            Tier = 2,
            NeedsService = true,
            Reads = ["dpopRequired", CertificateBound],
            ReadsBeside = [CertificateBound],
            Condition =
                "The rule fails if dpopRequired is false and tlsClientCertificateBoundAccessTokens isn't true for both the client and the service.",
            Why = "A stolen token that is bound to a key is useless without the key.",
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
            FalsePositives = "Most clients, because bearer tokens are allowed.",
            Check = context =>
                ClientFacts.IsSenderConstrained(context.Client, context.Service)
                    ? Verdict.Pass("The client's tokens are sender-constrained.")
                    : Verdict.Fail(
                        "dpopRequired",
                        $"dpopRequired is false, and {CertificateBound} isn't true for both the client and the service."
                    ),
        },
        new("AUT-C29", "A client with certificate-bound tokens must have a service that binds them", RuleSeverity.Medium, RuleKind.Client)
        {
            NeedsService = true,
            Reads = [CertificateBound],
            ReadsBeside = [CertificateBound],
            Condition = "The rule fails if tlsClientCertificateBoundAccessTokens is true for the client and false for the service.",
            Why =
                "Authlete binds access tokens to a certificate only if the setting is true for both. The client's setting alone has no effect.",
            References =
            [
                RuleReference.Gist(
                    "Authlete result codes",
                    "A152305",
                    "FAPI requires sender-constrained tokens, and the service or the client doesn't use them"
                ),
            ],
            Recommendation = $"Set {CertificateBound} to true for the service too.",
            Fix = "Set-AuthleteService $serviceApiKey -TlsClientCertificateBoundAccessTokens $true",
            FalsePositives = "None.",
            Check = context =>
                !context.Client.Flag(CertificateBound) ? Verdict.NotApplicable(CertificateBound + " is false.")
                : context.Service.Flag(CertificateBound) ? Verdict.Pass(CertificateBound + " is true for the service too.")
                : Verdict.Fail(CertificateBound, CertificateBound + " is true for the client, but false for the service."),
        },
        new("AUT-C30", "A client should have limited scopes", RuleSeverity.Low, RuleKind.Client)
        {
            Reads = ["extension.requestableScopesEnabled", "dynamicallyRegistered", "grantTypes"],
            Condition =
                "The rule fails if extension.requestableScopesEnabled is false. The severity is Medium if the client registered itself dynamically, or if grantTypes contains CLIENT_CREDENTIALS, because no user gives consent then. An export doesn't record how a client was registered.",
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
            Check = context =>
            {
                if (context.Client.Object("extension").Flag("requestableScopesEnabled"))
                {
                    return Verdict.Pass("extension.requestableScopesEnabled is true.");
                }

                var cause =
                    context.Client.Flag("dynamicallyRegistered") ? ", and the client registered itself dynamically"
                    : context.Client.Has("grantTypes", "CLIENT_CREDENTIALS") ? ", and grantTypes contains CLIENT_CREDENTIALS"
                    : null;
                return Verdict.Fail(
                    "extension.requestableScopesEnabled",
                    $"extension.requestableScopesEnabled is false{cause}.",
                    cause is null ? null : RuleSeverity.Medium
                );
            },
        },
        new("AUT-C33", "A CIBA client must be confidential and have a delivery mode", RuleSeverity.High, RuleKind.Client)
        {
            NeedsService = true,
            Reads = ["grantTypes", "clientType", "bcDeliveryMode"],
            ReadsBeside = ["supportedBackchannelTokenDeliveryModes"],
            Condition =
                "The rule fails if grantTypes contains CIBA, and the client is public or bcDeliveryMode isn't one of the modes that the service supports.",
            Why =
                "A backchannel request must be authenticated, and Authlete refuses it if the client has no delivery mode that the service supports.",
            References =
            [
                new("OpenID Connect CIBA Core", "section 7.1", "The Client MUST authenticate to the Backchannel Authentication Endpoint"),
                RuleReference.Gist(
                    "Authlete result codes",
                    "A169301, A169302",
                    "the client has no bcDeliveryMode; the delivery mode isn't enabled on the service"
                ),
            ],
            Recommendation = "Make the client confidential, and set bcDeliveryMode to a mode that the service supports.",
            Fix = "Set-AuthleteClient $clientId -BcDeliveryMode POLL",
            FalsePositives = "None.",
            Check = context =>
                !context.Client.Has("grantTypes", "CIBA") ? Verdict.NotApplicable("grantTypes doesn't contain CIBA.")
                : context.Client.IsPublic() ? Verdict.Fail("clientType", "grantTypes contains CIBA, but the client is public.")
                : context.Client.Text("bcDeliveryMode") is not { } mode
                    ? Verdict.Fail("bcDeliveryMode", "bcDeliveryMode isn't set, but grantTypes contains CIBA.")
                : context.Service.Has("supportedBackchannelTokenDeliveryModes", mode) ? Verdict.Pass($"bcDeliveryMode is {mode}.")
                : Verdict.Fail(
                    "bcDeliveryMode",
                    $"bcDeliveryMode is {mode}, but supportedBackchannelTokenDeliveryModes of the service doesn't contain it."
                ),
        },
        new("AUT-C34", "A client should not have longer token durations than the service", RuleSeverity.Low, RuleKind.Client)
        {
            Tier = 2,
            NeedsService = true,
            Reads = ["extension.accessTokenDuration", "extension.refreshTokenDuration"],
            ReadsBeside = s_durations,
            Condition =
                "The rule fails if extension.accessTokenDuration or extension.refreshTokenDuration is greater than the duration of the service, unless that is 0.",
            Why =
                "Authlete 2.x ignores a client's duration that is longer than the service's. Authlete 3.0 applies it, so tokens would live longer after an upgrade.",
            References =
            [
                RuleReference.Gist("Authlete OpenAPI", "ClientExtension", "the client's duration applies if it is less than the service's"),
                RuleReference.Gist(
                    "Authlete Knowledge Base",
                    "How to calculate token duration",
                    "the shortest of the durations of the service, the scopes, and the client applies"
                ),
            ],
            Recommendation = "Reduce or remove the client's duration.",
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
                    : Verdict.NotApplicable("The client doesn't set token durations.");
            },
        },
    ];
}
