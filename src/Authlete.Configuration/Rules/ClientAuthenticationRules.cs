using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Rules about how clients authenticate themselves.</summary>
internal static class ClientAuthenticationRules
{
    private const string PrivateKeyJwt = "PRIVATE_KEY_JWT";
    private const string ClientSecretJwt = "CLIENT_SECRET_JWT";

    // Where the keys of a client come from.
    private static readonly string[] s_keySources = ["jwksUri", "signedJwksUri", "entityId"];

    public static IReadOnlyList<ConfigurationRule> All { get; } =
    [
        new("AUT-C14", "Client type and authentication fit", RuleSeverity.High, RuleKind.Client)
        {
            Reads = ["clientType", "tokenAuthMethod"],
            Why =
                "Authlete stores a confidential client without authentication and a public one with it, and refuses their token requests.",
            References =
            [
                RuleReference.Gist(
                    "Authlete result codes",
                    "A157301, A157302",
                    "a confidential client with the method NONE; a public client with another"
                ),
            ],
            Recommendation = "Set tokenAuthMethod to NONE for a public client, and to another method for a confidential one.",
            Fix = "Set-AuthleteClient $clientId -ClientType CONFIDENTIAL -TokenAuthMethod CLIENT_SECRET_BASIC",
            FalsePositives = "None. Without tokenAuthMethod it is NONE, and without clientType the client is public.",
            Check = context =>
            {
                var (type, method) = (context.Client.ClientType(), context.Client.TokenAuthMethod());
                return (method == ClientFacts.NoAuthentication) != (type == ClientFacts.Public)
                    ? Verdict.Fail("tokenAuthMethod", $"clientType is {type}, and tokenAuthMethod is {method}.")
                    : Verdict.Pass("clientType and tokenAuthMethod fit.");
            },
        },
        new("AUT-C15", "The service supports the client's authentication", RuleSeverity.Medium, RuleKind.Client)
        {
            NeedsService = true,
            Reads = ["tokenAuthMethod"],
            ReadsBeside = ["supportedTokenAuthMethods"],
            Why = "Authlete refuses token requests of clients whose method the service doesn't list.",
            References =
            [
                RuleReference.Gist("Authlete result codes", "A157344", "the authentication method isn't supported"),
                RuleReference.Gist(
                    "RFC 8414",
                    "section 2",
                    "token_endpoint_auth_methods_supported: client authentication methods supported by this token endpoint"
                ),
            ],
            Recommendation = "Add the method to supportedTokenAuthMethods, or change the client's.",
            Fix = """
                $service = Get-AuthleteService $serviceApiKey
                Set-AuthleteService $serviceApiKey -SupportedTokenAuthMethods ($service.SupportedTokenAuthMethods + 'PRIVATE_KEY_JWT')
                """,
            FalsePositives = "None. A service that lists no methods isn't checked.",
            Check = context =>
            {
                var methods = context.Service.Texts("supportedTokenAuthMethods");
                var method = context.Client.TokenAuthMethod();
                return methods.Count == 0 ? Verdict.NotApplicable("supportedTokenAuthMethods of the service is empty.")
                    : ClientFacts.IsIn(methods, method) ? Verdict.Pass($"supportedTokenAuthMethods of the service has {method}.")
                    : Verdict.Fail(
                        "tokenAuthMethod",
                        $"tokenAuthMethod is {method}, and supportedTokenAuthMethods of the service doesn't have it."
                    );
            },
        },
        new("AUT-C17", "The client authenticates itself without a shared secret", RuleSeverity.Info, RuleKind.Client)
        {
            Tier = 2,
            Reads = ["clientType", "tokenAuthMethod"],
            Why = "A secret is known to both sides, and has to be sent or kept where it can leak. A private key stays with the client.",
            References = [new("RFC 9700", "section 2.5", "It is RECOMMENDED to use asymmetric cryptography for client authentication")],
            Recommendation = "Use PRIVATE_KEY_JWT, TLS_CLIENT_AUTH, or SELF_SIGNED_TLS_CLIENT_AUTH.",
            Fix =
                "Set-AuthleteClient $clientId -TokenAuthMethod PRIVATE_KEY_JWT -TokenAuthSignAlg ES256 -JwksUri 'https://client.example.com/jwks.json'",
            FalsePositives = "Most clients. A secret is allowed.",
            Notes =
                "All methods that begin with CLIENT_SECRET_ count alike: CLIENT_SECRET_POST is no worse than CLIENT_SECRET_BASIC, and in OAuth 2.1 each server must support it.",
            Check = context =>
                !context.Client.IsConfidential() ? Verdict.NotApplicable("The client isn't confidential.")
                : context.Client.UsesSecret() ? Verdict.Fail("tokenAuthMethod", $"tokenAuthMethod is {context.Client.TokenAuthMethod()}.")
                : Verdict.Pass("tokenAuthMethod isn't one with a secret."),
        },
        new("AUT-C18", "A native client has no shared secret", RuleSeverity.Medium, RuleKind.Client)
        {
            Reads = ["applicationType", "clientType", "tokenAuthMethod"],
            Why = "A secret in an app that is distributed to many users is no secret: everybody can take it out of the app.",
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
            FalsePositives = "Each installation registers itself and gets a secret of its own.",
            Check = context =>
                context.Client.Text("applicationType") != "NATIVE" ? Verdict.NotApplicable("applicationType isn't NATIVE.")
                : context.Client.IsConfidential() && context.Client.UsesSecret()
                    ? Verdict.Fail(
                        "tokenAuthMethod",
                        $"The client is native and confidential, and tokenAuthMethod is {context.Client.TokenAuthMethod()}."
                    )
                : Verdict.Pass("The client has no secret to authenticate itself with."),
        },
        new("AUT-C19", "The algorithm of client assertions is fixed", RuleSeverity.Medium, RuleKind.Client)
        {
            Reads = ["tokenAuthMethod", "tokenAuthSignAlg"],
            Why = "If the algorithm isn't fixed, the sender chooses it. One of the wrong kind makes Authlete refuse each assertion.",
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
                    "client_secret_jwt with an asymmetric algorithm; private_key_jwt with a symmetric one"
                ),
            ],
            Recommendation =
                "Set tokenAuthSignAlg to an asymmetric algorithm for PRIVATE_KEY_JWT, and to HS256, HS384, or HS512 for CLIENT_SECRET_JWT.",
            Fix = "Set-AuthleteClient $clientId -TokenAuthSignAlg ES256",
            FalsePositives = "None.",
            Notes = "The severity is High if the algorithm is of the wrong kind, because no request can succeed then.",
            Check = context =>
            {
                var method = context.Client.TokenAuthMethod();
                if (method is not (PrivateKeyJwt or ClientSecretJwt))
                {
                    return Verdict.NotApplicable("The client doesn't authenticate itself with a JWT.");
                }

                return context.Client.Text("tokenAuthSignAlg") switch
                {
                    null => Verdict.Fail("tokenAuthSignAlg", $"tokenAuthSignAlg isn't set, and tokenAuthMethod is {method}."),
                    var alg when ClientFacts.IsSymmetric(alg) != (method == ClientSecretJwt) => Verdict.Fail(
                        "tokenAuthSignAlg",
                        $"tokenAuthSignAlg is {alg}, which doesn't go with {method}.",
                        RuleSeverity.High
                    ),
                    var alg => Verdict.Pass($"tokenAuthSignAlg is {alg}."),
                };
            },
        },
        new("AUT-C20", "A client that proves a key has keys", RuleSeverity.High, RuleKind.Client)
        {
            Reads = ["tokenAuthMethod", "jwks", .. s_keySources],
            Why = "Without a registered key, Authlete can check neither an assertion nor a certificate, and refuses the client.",
            References =
            [
                RuleReference.Gist(
                    "Authlete result codes",
                    "A157325, A157329",
                    "no key to check the assertion; no JWK holds the self-signed certificate"
                ),
            ],
            Recommendation = "Register the client's keys by jwks or jwksUri.",
            Fix = "Set-AuthleteClient $clientId -JwksUri 'https://client.example.com/jwks.json'",
            FalsePositives = "Clients of a federation, if they have no entityId.",
            Notes = "A JWK Set without keys counts as none.",
            Check = context =>
            {
                var method = context.Client.TokenAuthMethod();
                if (method is not (PrivateKeyJwt or "SELF_SIGNED_TLS_CLIENT_AUTH"))
                {
                    return Verdict.NotApplicable("The client doesn't prove that it has a key of its own.");
                }

                foreach (var name in s_keySources)
                {
                    if (context.Client.Text(name) is not null)
                    {
                        return Verdict.Pass(name + " is set.");
                    }
                }

                return context.Client.HasKeys("jwks")
                    ? Verdict.Pass("jwks is set.")
                    : Verdict.Fail("jwks", $"jwks, jwksUri, signedJwksUri, and entityId aren't set, and tokenAuthMethod is {method}.");
            },
        },
    ];
}
