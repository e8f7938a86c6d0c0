using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Rules about how clients authenticate.</summary>
internal static class ClientAuthenticationRules
{
    private const string PrivateKeyJwt = "PRIVATE_KEY_JWT";
    private const string ClientSecretJwt = "CLIENT_SECRET_JWT";

    // Each can supply the keys of a client.
    private static readonly string[] s_keySources = ["jwksUri", "signedJwksUri", "entityId"];

    public static IReadOnlyList<ConfigurationRule> All { get; } =
    [
        new("AUT-C14", "A client must use an authentication method that matches its type", RuleSeverity.High, RuleKind.Client)
        {
            Reads = ["clientType", "tokenAuthMethod"],
            Condition =
                "The rule fails if a confidential client has the tokenAuthMethod NONE, or a public client has another method. Without tokenAuthMethod, the method is NONE; without clientType, the client is public.",
            Why = "Authlete stores such a client, but refuses its token requests.",
            References =
            [
                RuleReference.Gist(
                    "Authlete result codes",
                    "A157301, A157302",
                    "a confidential client has the method NONE; a public client has another method"
                ),
            ],
            Recommendation = "Set tokenAuthMethod to NONE for a public client, and to another method for a confidential client.",
            Fix = "Set-AuthleteClient $clientId -ClientType CONFIDENTIAL -TokenAuthMethod CLIENT_SECRET_BASIC",
            FalsePositives = "None.",
            Check = context =>
            {
                var (type, method) = (context.Client.ClientType(), context.Client.TokenAuthMethod());
                return (method == ClientFacts.NoAuthentication) != (type == ClientFacts.Public)
                    ? Verdict.Fail("tokenAuthMethod", $"clientType is {type}, and tokenAuthMethod is {method}.")
                    : Verdict.Pass("clientType and tokenAuthMethod match.");
            },
        },
        new("AUT-C15", "A client must use an authentication method that the service supports", RuleSeverity.Medium, RuleKind.Client)
        {
            NeedsService = true,
            Reads = ["tokenAuthMethod"],
            ReadsBeside = ["supportedTokenAuthMethods"],
            Condition =
                "The rule fails if supportedTokenAuthMethods of the service isn't empty and doesn't contain the tokenAuthMethod of the client.",
            Why = "Authlete refuses the token requests of a client whose method the service doesn't support.",
            References =
            [
                RuleReference.Gist("Authlete result codes", "A157344", "the service doesn't support the authentication method"),
                RuleReference.Gist(
                    "RFC 8414",
                    "section 2",
                    "token_endpoint_auth_methods_supported lists the client authentication methods of the token endpoint"
                ),
            ],
            Recommendation = "Add the method to supportedTokenAuthMethods of the service, or change tokenAuthMethod of the client.",
            Fix = """
                $service = Get-AuthleteService $serviceApiKey
                Set-AuthleteService $serviceApiKey -SupportedTokenAuthMethods ($service.SupportedTokenAuthMethods + 'PRIVATE_KEY_JWT')
                """,
            FalsePositives = "None.",
            Check = context =>
            {
                var methods = context.Service.Texts("supportedTokenAuthMethods");
                var method = context.Client.TokenAuthMethod();
                return methods.Count == 0 ? Verdict.NotApplicable("supportedTokenAuthMethods of the service is empty.")
                    : ClientFacts.IsIn(methods, method) ? Verdict.Pass($"supportedTokenAuthMethods of the service contains {method}.")
                    : Verdict.Fail(
                        "tokenAuthMethod",
                        $"tokenAuthMethod is {method}, but supportedTokenAuthMethods of the service doesn't contain it."
                    );
            },
        },
        new("AUT-C17", "A confidential client should authenticate without a shared secret", RuleSeverity.Info, RuleKind.Client)
        {
            Tier = 2,
            Reads = ["clientType", "tokenAuthMethod"],
            Condition =
                "The rule fails if the client is confidential and tokenAuthMethod begins with CLIENT_SECRET_. The rule doesn't distinguish these methods: CLIENT_SECRET_POST is no worse than CLIENT_SECRET_BASIC, and OAuth 2.1 requires servers to support it.",
            Why = "Both sides know a shared secret, and it can leak where it is stored or sent. A private key stays with the client.",
            References = [new("RFC 9700", "section 2.5", "It is RECOMMENDED to use asymmetric cryptography for client authentication")],
            Recommendation = "Use PRIVATE_KEY_JWT, TLS_CLIENT_AUTH, or SELF_SIGNED_TLS_CLIENT_AUTH.",
            Fix =
                "Set-AuthleteClient $clientId -TokenAuthMethod PRIVATE_KEY_JWT -TokenAuthSignAlg ES256 -JwksUri 'https://client.example.com/jwks.json'",
            FalsePositives = "Most clients, because shared secrets are allowed.",
            Check = context =>
                !context.Client.IsConfidential() ? Verdict.NotApplicable("The client isn't confidential.")
                : context.Client.UsesSecret() ? Verdict.Fail("tokenAuthMethod", $"tokenAuthMethod is {context.Client.TokenAuthMethod()}.")
                : Verdict.Pass("tokenAuthMethod doesn't use a shared secret."),
        },
        new("AUT-C18", "A native client must not have a shared secret", RuleSeverity.Medium, RuleKind.Client)
        {
            Reads = ["applicationType", "clientType", "tokenAuthMethod"],
            Condition =
                "The rule fails if applicationType is NATIVE, the client is confidential, and tokenAuthMethod begins with CLIENT_SECRET_.",
            Why = "Anyone can extract a secret from an app that is distributed to many users.",
            References =
            [
                new(
                    "RFC 8252",
                    "section 8.5",
                    "Secrets that are statically included as part of an app distributed to multiple users should not be treated as confidential secrets"
                ),
            ],
            Recommendation = "Make the client public, and require PKCE.",
            Fix = "Set-AuthleteClient $clientId -ClientType PUBLIC -TokenAuthMethod NONE -PkceRequired $true",
            FalsePositives = "Each installation registers itself and gets its own secret.",
            Check = context =>
                context.Client.Text("applicationType") != "NATIVE" ? Verdict.NotApplicable("applicationType isn't NATIVE.")
                : context.Client.IsConfidential() && context.Client.UsesSecret()
                    ? Verdict.Fail(
                        "tokenAuthMethod",
                        $"applicationType is NATIVE, and tokenAuthMethod is {context.Client.TokenAuthMethod()}."
                    )
                : Verdict.Pass("The client doesn't authenticate with a shared secret."),
        },
        new("AUT-C19", "A client that authenticates with a JWT must have a fixed signing algorithm", RuleSeverity.Medium, RuleKind.Client)
        {
            Reads = ["tokenAuthMethod", "tokenAuthSignAlg"],
            Condition =
                "The rule fails if tokenAuthMethod is PRIVATE_KEY_JWT or CLIENT_SECRET_JWT, and tokenAuthSignAlg isn't set or doesn't match the method. If it doesn't match, no request can succeed, and the severity is High.",
            Why = "If the algorithm isn't fixed, the sender chooses it. If it doesn't match the method, Authlete refuses every assertion.",
            References =
            [
                new(
                    "RFC 8725",
                    "section 3.1",
                    "Libraries MUST enable the caller to specify a supported set of algorithms and MUST NOT use any other algorithms"
                ),
                RuleReference.Gist(
                    "Authlete result codes",
                    "A157307, A157308",
                    "client_secret_jwt has an asymmetric algorithm; private_key_jwt has a symmetric one"
                ),
            ],
            Recommendation =
                "Set tokenAuthSignAlg to an asymmetric algorithm for PRIVATE_KEY_JWT, or to HS256, HS384, or HS512 for CLIENT_SECRET_JWT.",
            Fix = "Set-AuthleteClient $clientId -TokenAuthSignAlg ES256",
            FalsePositives = "None.",
            Check = context =>
            {
                var method = context.Client.TokenAuthMethod();
                if (method is not (PrivateKeyJwt or ClientSecretJwt))
                {
                    return Verdict.NotApplicable("The client doesn't authenticate with a JWT.");
                }

                return context.Client.Text("tokenAuthSignAlg") switch
                {
                    null => Verdict.Fail("tokenAuthSignAlg", $"tokenAuthSignAlg isn't set, but tokenAuthMethod is {method}."),
                    var alg when ClientFacts.IsSymmetric(alg) != (method == ClientSecretJwt) => Verdict.Fail(
                        "tokenAuthSignAlg",
                        $"tokenAuthSignAlg is {alg}, which doesn't match the tokenAuthMethod {method}.",
                        RuleSeverity.High
                    ),
                    var alg => Verdict.Pass($"tokenAuthSignAlg is {alg}."),
                };
            },
        },
        new("AUT-C20", "A client that authenticates with a key must register it", RuleSeverity.High, RuleKind.Client)
        {
            Reads = ["tokenAuthMethod", "jwks", .. s_keySources],
            Condition =
                "The rule fails if tokenAuthMethod is PRIVATE_KEY_JWT or SELF_SIGNED_TLS_CLIENT_AUTH, jwks contains no key, and jwksUri, signedJwksUri, and entityId aren't set.",
            Why = "Without a registered key, Authlete can't verify the client's assertion or certificate, and refuses the client.",
            References =
            [
                RuleReference.Gist(
                    "Authlete result codes",
                    "A157325, A157329",
                    "there is no key to verify the assertion; no JWK contains the self-signed certificate"
                ),
            ],
            Recommendation = "Register the client's keys with jwks or jwksUri.",
            Fix = "Set-AuthleteClient $clientId -JwksUri 'https://client.example.com/jwks.json'",
            FalsePositives = "Clients of a federation without an entityId.",
            Check = context =>
            {
                var method = context.Client.TokenAuthMethod();
                if (method is not (PrivateKeyJwt or "SELF_SIGNED_TLS_CLIENT_AUTH"))
                {
                    return Verdict.NotApplicable("The client doesn't authenticate with a registered key.");
                }

                foreach (var name in s_keySources)
                {
                    if (context.Client.Text(name) is not null)
                    {
                        return Verdict.Pass(name + " is set.");
                    }
                }

                return context.Client.HasKeys("jwks")
                    ? Verdict.Pass("jwks contains a key.")
                    : Verdict.Fail(
                        "jwks",
                        $"tokenAuthMethod is {method}, but jwks contains no key, and jwksUri, signedJwksUri, and entityId aren't set."
                    );
            },
        },
    ];
}
