using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Rules about the grants and response types of a service.</summary>
internal static class ServiceGrantRules
{
    /// <summary>The response types that put an access token into the authorization response.</summary>
    public static readonly string[] TokenResponseTypes = ["TOKEN", "ID_TOKEN_TOKEN", "CODE_TOKEN", "CODE_ID_TOKEN_TOKEN"];

    public static IReadOnlyList<ConfigurationRule> All { get; } =
    [
        new("AUT-S01", "The password grant is off", RuleSeverity.High, RuleKind.Service)
        {
            Reads = ["supportedGrantTypes"],
            Why = "With the password grant, clients see the passwords of users. They can leak them, and users learn to type them anywhere.",
            References =
            [
                new("RFC 9700", "section 2.4", "The resource owner password credentials grant [RFC6749] MUST NOT be used."),
                new(
                    "FAPI 2.0 Security Profile",
                    "section 5.3.2.1",
                    "shall reject requests using the resource owner password credentials grant"
                ),
            ],
            Recommendation = "Remove PASSWORD from supportedGrantTypes.",
            Fix = """
                $service = Get-AuthleteService $serviceApiKey
                Set-AuthleteService $serviceApiKey -SupportedGrantTypes ($service.SupportedGrantTypes -ne 'PASSWORD')
                """,
            FalsePositives = "None by RFC 9700. If you are moving clients to another grant, suppress the rule until a date.",
            Check = context =>
                context.Service.Has("supportedGrantTypes", "PASSWORD")
                    ? Verdict.Fail("supportedGrantTypes", "supportedGrantTypes has PASSWORD.")
                    : Verdict.Pass("supportedGrantTypes doesn't have PASSWORD."),
        },
        new("AUT-S02", "No response type puts an access token into the URL", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["supportedResponseTypes"],
            Why =
                "An access token in an authorization response can leak by the browser's history, logs, and referrers, and can be injected.",
            References =
            [
                new(
                    "RFC 9700",
                    "section 2.1.2",
                    "clients SHOULD NOT use the implicit grant (response type token) or other response types issuing access tokens in the authorization response"
                ),
                RuleReference.Gist("OAuth 2.1", null, "The implicit grant is omitted."),
            ],
            Recommendation = "Keep CODE, and CODE_ID_TOKEN if you need it, in supportedResponseTypes.",
            Fix = "Set-AuthleteService $serviceApiKey -SupportedResponseTypes CODE",
            FalsePositives =
                "ID_TOKEN alone and CODE_ID_TOKEN aren't findings, because they return no access token. Nor is the grant type IMPLICIT, which ID_TOKEN needs.",
            Check = context =>
                context.Service.FirstOf("supportedResponseTypes", TokenResponseTypes) is { } type
                    ? Verdict.Fail("supportedResponseTypes", $"supportedResponseTypes has {type}.")
                    : Verdict.Pass("No type in supportedResponseTypes returns an access token."),
        },
        new("AUT-S03", "The service requires PKCE", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["supportedGrantTypes", "pkceRequired"],
            Why = "Without PKCE, whoever intercepts an authorization code can use it, or can put it into the session of another user.",
            References =
            [
                new("RFC 9700", "section 2.1.1", "Public clients MUST use PKCE [RFC7636] to this end"),
                RuleReference.Gist("OAuth 2.1", "Authorization Code Grant", "Clients MUST use code_challenge and code_verifier"),
            ],
            Recommendation = "Set pkceRequired to true.",
            Fix = "Set-AuthleteService $serviceApiKey -PkceRequired $true",
            FalsePositives =
                "If each client requires PKCE itself, nothing is open; AUT-C03 and AUT-C04 check that. The service's setting also protects clients that are added later.",
            Check = context =>
                !UsesCode(context) ? NoCode()
                : context.Service.Flag("pkceRequired") ? Verdict.Pass("pkceRequired is true.")
                : Verdict.Fail("pkceRequired", "pkceRequired is false, and supportedGrantTypes has AUTHORIZATION_CODE."),
        },
        new("AUT-S04", "PKCE takes S256 only", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["supportedGrantTypes", "pkceS256Required"],
            Why = "With the method plain, the challenge is the verifier: whoever sees the request can use the code.",
            References =
            [
                new(
                    "RFC 9700",
                    "section 2.1.1",
                    "clients SHOULD use PKCE code challenge methods that do not expose the PKCE verifier in the authorization request"
                ),
                new("RFC 7636", "section 4.2", "If the client is capable of using \"S256\", it MUST use \"S256\""),
                new("RFC 7636", "section 7.2", "\"plain\" SHOULD NOT be used"),
            ],
            Recommendation = "Set pkceS256Required to true.",
            Fix = "Set-AuthleteService $serviceApiKey -PkceS256Required $true",
            FalsePositives = "Old clients that send no code_challenge_method, which means plain.",
            Check = context =>
                !UsesCode(context) ? NoCode()
                : context.Service.Flag("pkceS256Required") ? Verdict.Pass("pkceS256Required is true.")
                : Verdict.Fail("pkceS256Required", "pkceS256Required is false: the method plain is accepted."),
        },
        new("AUT-S11", "The JWT grant takes signed JWTs only", RuleSeverity.High, RuleKind.Service)
        {
            Reads = ["supportedGrantTypes", "jwtGrantUnsignedJwtRejected"],
            Why =
                "Authlete skips the remaining checks of an unsigned JWT. If your server doesn't make them, anybody can write an assertion.",
            References =
            [
                new(
                    "RFC 7523",
                    "section 3",
                    "The JWT MUST be digitally signed or have a Message Authentication Code (MAC) applied by the issuer."
                ),
                new(
                    "RFC 8725",
                    "section 3.2",
                    "the \"none\" algorithm should only be used when the JWT is cryptographically protected by other means"
                ),
                RuleReference.Gist(
                    "authlete-java-common",
                    "Service.isJwtGrantUnsignedJwtRejected",
                    "whether to reject token requests that use an unsigned JWT as an authorization grant"
                ),
            ],
            Recommendation = "Set jwtGrantUnsignedJwtRejected to true.",
            Fix = "Set-AuthleteService $serviceApiKey -JwtGrantUnsignedJwtRejected $true",
            FalsePositives = "The authorization server refuses unsigned assertions itself.",
            Check = context =>
                !context.Service.Has("supportedGrantTypes", "JWT_BEARER")
                    ? Verdict.NotApplicable("supportedGrantTypes doesn't have JWT_BEARER.")
                : context.Service.Flag("jwtGrantUnsignedJwtRejected") ? Verdict.Pass("jwtGrantUnsignedJwtRejected is true.")
                : Verdict.Fail(
                    "jwtGrantUnsignedJwtRejected",
                    "jwtGrantUnsignedJwtRejected is false, and supportedGrantTypes has JWT_BEARER."
                ),
        },
        new("AUT-S12", "Token exchange takes signed JWTs only", RuleSeverity.High, RuleKind.Service)
        {
            Reads = ["supportedGrantTypes", "tokenExchangeUnsignedJwtRejected"],
            Why = "An unsigned JWT as subject or actor token can be written by anybody.",
            References =
            [
                new(
                    "RFC 8693",
                    "section 2.1",
                    "the authorization server MUST perform the appropriate validation procedures for the indicated token type"
                ),
                new(
                    "RFC 8725",
                    "section 3.2",
                    "the \"none\" algorithm should only be used when the JWT is cryptographically protected by other means"
                ),
            ],
            Recommendation = "Set tokenExchangeUnsignedJwtRejected to true.",
            Fix = "Set-AuthleteService $serviceApiKey -TokenExchangeUnsignedJwtRejected $true",
            FalsePositives = "The authorization server refuses unsigned tokens itself.",
            Check = context =>
                !UsesTokenExchange(context) ? NoTokenExchange()
                : context.Service.Flag("tokenExchangeUnsignedJwtRejected") ? Verdict.Pass("tokenExchangeUnsignedJwtRejected is true.")
                : Verdict.Fail(
                    "tokenExchangeUnsignedJwtRejected",
                    "tokenExchangeUnsignedJwtRejected is false, and supportedGrantTypes has TOKEN_EXCHANGE."
                ),
        },
        new("AUT-S13", "Only some clients exchange tokens", RuleSeverity.High, RuleKind.Service)
        {
            Reads =
            [
                "supportedGrantTypes",
                "tokenExchangeByPermittedClientsOnly",
                "tokenExchangeByConfidentialClientsOnly",
                "tokenExchangeByIdentifiableClientsOnly",
            ],
            Why = "If anybody can exchange tokens, a stolen token becomes others with more audiences and a longer life.",
            References =
            [
                new(
                    "RFC 8693",
                    "section 2.1",
                    "omitting client authentication allows for a compromised token to be leveraged via an STS into other tokens by anyone possessing the compromised token"
                ),
                new(
                    "RFC 9700",
                    "section 2.3",
                    "The privileges associated with an access token SHOULD be restricted to the minimum required for the particular application or use case."
                ),
            ],
            Recommendation =
                "Set tokenExchangeByPermittedClientsOnly to true, and extension.tokenExchangePermitted for the clients that may.",
            Fix = "Set-AuthleteService $serviceApiKey -TokenExchangeByPermittedClientsOnly $true",
            FalsePositives = "The authorization server decides itself which clients may exchange which tokens.",
            Notes =
                "tokenExchangeByConfidentialClientsOnly together with tokenExchangeByIdentifiableClientsOnly passes too: each client is known and can authenticate itself.",
            Check = context =>
                !UsesTokenExchange(context) ? NoTokenExchange()
                : context.Service.Flag("tokenExchangeByPermittedClientsOnly") ? Verdict.Pass("tokenExchangeByPermittedClientsOnly is true.")
                : context.Service.Flag("tokenExchangeByConfidentialClientsOnly")
                && context.Service.Flag("tokenExchangeByIdentifiableClientsOnly")
                    ? Verdict.Pass("tokenExchangeByConfidentialClientsOnly and tokenExchangeByIdentifiableClientsOnly are true.")
                : Verdict.Fail(
                    "tokenExchangeByPermittedClientsOnly",
                    "tokenExchangeByPermittedClientsOnly is false, and tokenExchangeByConfidentialClientsOnly and tokenExchangeByIdentifiableClientsOnly aren't both true."
                ),
        },
    ];

    public static bool UsesCode(RuleContext context) => context.Service.Has("supportedGrantTypes", "AUTHORIZATION_CODE");

    private static Verdict NoCode() => Verdict.NotApplicable("supportedGrantTypes doesn't have AUTHORIZATION_CODE.");

    private static bool UsesTokenExchange(RuleContext context) => context.Service.Has("supportedGrantTypes", "TOKEN_EXCHANGE");

    private static Verdict NoTokenExchange() => Verdict.NotApplicable("supportedGrantTypes doesn't have TOKEN_EXCHANGE.");
}
