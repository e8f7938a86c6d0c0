using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Rules about the grants and response types of a service.</summary>
internal static class ServiceGrantRules
{
    /// <summary>The response types that put an access token into the authorization response.</summary>
    public static readonly string[] TokenResponseTypes = ["TOKEN", "ID_TOKEN_TOKEN", "CODE_TOKEN", "CODE_ID_TOKEN_TOKEN"];

    public static IReadOnlyList<ConfigurationRule> All { get; } =
    [
        new("AUT-S01", "The service must not support the password grant", RuleSeverity.High, RuleKind.Service)
        {
            Reads = ["supportedGrantTypes"],
            Condition = "The rule fails if supportedGrantTypes contains PASSWORD.",
            Why =
                "With the password grant, clients see the passwords of users and can leak them, and users get used to entering their passwords anywhere.",
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
            FalsePositives = "None. If you are moving clients to another grant, suppress the finding until a date.",
            Check = context =>
                context.Service.Has("supportedGrantTypes", "PASSWORD")
                    ? Verdict.Fail("supportedGrantTypes", "supportedGrantTypes contains PASSWORD.")
                    : Verdict.Pass("supportedGrantTypes doesn't contain PASSWORD."),
        },
        new("AUT-S02", "The service must not return access tokens in the authorization response", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["supportedResponseTypes"],
            Condition =
                "The rule fails if supportedResponseTypes contains TOKEN, ID_TOKEN_TOKEN, CODE_TOKEN, or CODE_ID_TOKEN_TOKEN. ID_TOKEN and CODE_ID_TOKEN pass, because they return no access token. The grant type IMPLICIT, which ID_TOKEN needs, isn't checked.",
            Why =
                "An access token in an authorization response can leak through the browser history, logs, and the Referer header, and an attacker can inject one.",
            References =
            [
                new(
                    "RFC 9700",
                    "section 2.1.2",
                    "clients SHOULD NOT use the implicit grant (response type token) or other response types issuing access tokens in the authorization response"
                ),
                RuleReference.Gist("OAuth 2.1", null, "the implicit grant is omitted"),
            ],
            Recommendation = "Set supportedResponseTypes to CODE, and CODE_ID_TOKEN if you need it.",
            Fix = "Set-AuthleteService $serviceApiKey -SupportedResponseTypes CODE",
            FalsePositives = "None.",
            Check = context =>
                context.Service.FirstOf("supportedResponseTypes", TokenResponseTypes) is { } type
                    ? Verdict.Fail("supportedResponseTypes", $"supportedResponseTypes contains {type}.")
                    : Verdict.Pass("No type in supportedResponseTypes returns an access token."),
        },
        new("AUT-S03", "The service must require PKCE", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["supportedGrantTypes", "pkceRequired"],
            Condition = "The rule fails if supportedGrantTypes contains AUTHORIZATION_CODE and pkceRequired is false.",
            Why = "Without PKCE, anyone who intercepts an authorization code can use it or inject it into another user's session.",
            References =
            [
                new("RFC 9700", "section 2.1.1", "Public clients MUST use PKCE [RFC7636] to this end"),
                RuleReference.Gist("OAuth 2.1", "Authorization Code Grant", "clients must use code_challenge and code_verifier"),
            ],
            Recommendation = "Set pkceRequired to true.",
            Fix = "Set-AuthleteService $serviceApiKey -PkceRequired $true",
            FalsePositives =
                "Each client requires PKCE itself, which AUT-C03 and AUT-C04 check. The service's setting also protects clients that you add later.",
            Check = context =>
                !UsesCode(context) ? NoCode()
                : context.Service.Flag("pkceRequired") ? Verdict.Pass("pkceRequired is true.")
                : Verdict.Fail("pkceRequired", "pkceRequired is false, and supportedGrantTypes contains AUTHORIZATION_CODE."),
        },
        new("AUT-S04", "The service must require the PKCE method S256", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["supportedGrantTypes", "pkceS256Required"],
            Condition = "The rule fails if supportedGrantTypes contains AUTHORIZATION_CODE and pkceS256Required is false.",
            Why = "With the method plain, the challenge is the verifier: anyone who sees the request can use the code.",
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
                : Verdict.Fail("pkceS256Required", "pkceS256Required is false, so the method plain is accepted."),
        },
        new("AUT-S11", "The service must reject unsigned JWTs in the JWT grant", RuleSeverity.High, RuleKind.Service)
        {
            Reads = ["supportedGrantTypes", "jwtGrantUnsignedJwtRejected"],
            Condition = "The rule fails if supportedGrantTypes contains JWT_BEARER and jwtGrantUnsignedJwtRejected is false.",
            Why =
                "Authlete doesn't check an unsigned JWT any further. Unless your authorization server does, anyone can create an assertion.",
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
                    "The \"none\" algorithm should only be used when the JWT is cryptographically protected by other means"
                ),
                RuleReference.Gist(
                    "authlete-java-common",
                    "Service.isJwtGrantUnsignedJwtRejected",
                    "whether to reject token requests that use an unsigned JWT as an authorization grant"
                ),
            ],
            Recommendation = "Set jwtGrantUnsignedJwtRejected to true.",
            Fix = "Set-AuthleteService $serviceApiKey -JwtGrantUnsignedJwtRejected $true",
            FalsePositives = "Your authorization server rejects unsigned assertions itself.",
            Check = context =>
                !context.Service.Has("supportedGrantTypes", "JWT_BEARER")
                    ? Verdict.NotApplicable("supportedGrantTypes doesn't contain JWT_BEARER.")
                : context.Service.Flag("jwtGrantUnsignedJwtRejected") ? Verdict.Pass("jwtGrantUnsignedJwtRejected is true.")
                : Verdict.Fail(
                    "jwtGrantUnsignedJwtRejected",
                    "jwtGrantUnsignedJwtRejected is false, and supportedGrantTypes contains JWT_BEARER."
                ),
        },
        new("AUT-S12", "The service must reject unsigned JWTs in token exchange", RuleSeverity.High, RuleKind.Service)
        {
            Reads = ["supportedGrantTypes", "tokenExchangeUnsignedJwtRejected"],
            Condition = "The rule fails if supportedGrantTypes contains TOKEN_EXCHANGE and tokenExchangeUnsignedJwtRejected is false.",
            Why = "Anyone can create an unsigned JWT and use it as a subject token or actor token.",
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
                    "The \"none\" algorithm should only be used when the JWT is cryptographically protected by other means"
                ),
            ],
            Recommendation = "Set tokenExchangeUnsignedJwtRejected to true.",
            Fix = "Set-AuthleteService $serviceApiKey -TokenExchangeUnsignedJwtRejected $true",
            FalsePositives = "Your authorization server rejects unsigned tokens itself.",
            Check = context =>
                !UsesTokenExchange(context) ? NoTokenExchange()
                : context.Service.Flag("tokenExchangeUnsignedJwtRejected") ? Verdict.Pass("tokenExchangeUnsignedJwtRejected is true.")
                : Verdict.Fail(
                    "tokenExchangeUnsignedJwtRejected",
                    "tokenExchangeUnsignedJwtRejected is false, and supportedGrantTypes contains TOKEN_EXCHANGE."
                ),
        },
        new("AUT-S13", "The service must restrict which clients exchange tokens", RuleSeverity.High, RuleKind.Service)
        {
            Reads =
            [
                "supportedGrantTypes",
                "tokenExchangeByPermittedClientsOnly",
                "tokenExchangeByConfidentialClientsOnly",
                "tokenExchangeByIdentifiableClientsOnly",
            ],
            Condition =
                "The rule fails if supportedGrantTypes contains TOKEN_EXCHANGE and tokenExchangeByPermittedClientsOnly is false. It passes if tokenExchangeByConfidentialClientsOnly and tokenExchangeByIdentifiableClientsOnly are both true, because then each client is known and can authenticate.",
            Why = "If any client can exchange tokens, a stolen token can become other tokens with more audiences and a longer lifetime.",
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
                "Set tokenExchangeByPermittedClientsOnly to true, and set extension.tokenExchangePermitted to true for the clients that may exchange tokens.",
            Fix = "Set-AuthleteService $serviceApiKey -TokenExchangeByPermittedClientsOnly $true",
            FalsePositives = "Your authorization server decides itself which clients may exchange which tokens.",
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

    private static Verdict NoCode() => Verdict.NotApplicable("supportedGrantTypes doesn't contain AUTHORIZATION_CODE.");

    private static bool UsesTokenExchange(RuleContext context) => context.Service.Has("supportedGrantTypes", "TOKEN_EXCHANGE");

    private static Verdict NoTokenExchange() => Verdict.NotApplicable("supportedGrantTypes doesn't contain TOKEN_EXCHANGE.");
}
