using System.Collections.Generic;
using System.Linq;

namespace Authlete.Configuration.Rules;

/// <summary>Rules about the algorithms and keys of clients.</summary>
internal static class ClientAlgorithmRules
{
    private static readonly string[] s_algsForPublicClients = ["authorizationSignAlg", "idTokenSignAlg", "userInfoSignAlg"];

    private static readonly string[] s_encryptionAlgs =
    [
        "authorizationEncryptionAlg",
        "idTokenEncryptionAlg",
        "requestEncryptionAlg",
        "userInfoEncryptionAlg",
    ];

    private static readonly string[] s_uris = ["jwksUri", "signedJwksUri", "bcNotificationEndpoint"];

    public static IReadOnlyList<ConfigurationRule> All { get; } =
    [
        new("AUT-C21", "A client must not use unsigned JWTs", RuleSeverity.High, RuleKind.Client)
        {
            Reads = ClientFacts.SignAlgs,
            Condition =
                "The rule fails if one of the fields is NONE. If userInfoSignAlg isn't set, the response is plain JSON, which passes.",
            Why = "Anyone can create or change an unsigned JWT.",
            References =
            [
                new(
                    "RFC 8725",
                    "section 3.2",
                    "The \"none\" algorithm should only be used when the JWT is cryptographically protected by other means"
                ),
                new(
                    "OpenID Connect Core",
                    "section 2",
                    "ID Tokens MUST NOT use none as the alg value unless the Response Type used returns no ID Token from the Authorization Endpoint"
                ),
                RuleReference.Gist(
                    "Authlete result codes",
                    "A012306, A005336",
                    "the algorithm of JARM is none; a request object is unsigned although an algorithm is registered"
                ),
            ],
            Recommendation = "Set a signing algorithm, such as ES256.",
            Fix = "Set-AuthleteClient $clientId -IdTokenSignAlg ES256",
            FalsePositives = "None.",
            Check = context =>
                FirstWhere(context.Client, ClientFacts.SignAlgs, static alg => alg == "NONE") is { } name
                    ? Verdict.Fail(name, name + " is NONE.")
                    : Verdict.Pass("No signing algorithm is NONE."),
        },
        new("AUT-C22", "A public client must use asymmetric signing algorithms", RuleSeverity.High, RuleKind.Client)
        {
            Reads = ["clientType", .. s_algsForPublicClients],
            Condition = "The rule fails if the client is public and one of the algorithms begins with HS.",
            Why =
                "A symmetric signature is made with the client secret, which a public client can't keep. Authlete gives public clients a secret too, so the setting seems to work.",
            References =
            [
                new(
                    "OpenID Connect Core",
                    "section 10.1",
                    "Symmetric signatures MUST NOT be used by public (non-confidential) Clients because of their inability to keep secrets."
                ),
                RuleReference.Gist("Authlete result codes", "A012307", "the algorithm of JARM is symmetric for a public client"),
            ],
            Recommendation = "Set an asymmetric algorithm, such as ES256.",
            Fix = "Set-AuthleteClient $clientId -IdTokenSignAlg ES256",
            FalsePositives = "None.",
            Check = context =>
                !context.Client.IsPublic() ? Verdict.NotApplicable("The client isn't public.")
                : FirstWhere(context.Client, s_algsForPublicClients, ClientFacts.IsSymmetric) is { } name
                    ? Verdict.Fail(name, $"{name} is {context.Client.Text(name)}, and the client is public.")
                : Verdict.Pass("No algorithm is symmetric."),
        },
        new("AUT-C23", "A client must not use RSA1_5 encryption", RuleSeverity.Medium, RuleKind.Client)
        {
            Reads = s_encryptionAlgs,
            Condition = "The rule fails if one of the fields is RSA1_5.",
            Why = "With RSAES-PKCS1-v1_5, an attacker who can submit many ciphertexts may learn the content.",
            References =
            [
                new("RFC 8725", "section 3.2", "Avoid all RSA-PKCS1 v1.5 encryption algorithms"),
                RuleReference.Gist("FAPI 1.0 Advanced", "section 8.6.1", "RSA1_5 isn't allowed"),
                RuleReference.Gist("Authlete result codes", "A150378", "FAPI doesn't allow the encryption algorithm"),
            ],
            Recommendation = "Use RSA_OAEP_256 or ECDH_ES.",
            Fix = "Set-AuthleteClient $clientId -IdTokenEncryptionAlg RSA_OAEP_256",
            FalsePositives = "None.",
            Check = context =>
                FirstWhere(context.Client, s_encryptionAlgs, static alg => alg == "RSA1_5") is { } name
                    ? Verdict.Fail(name, name + " is RSA1_5.")
                    : Verdict.Pass("No encryption algorithm is RSA1_5."),
        },
        new("AUT-C24", "A client must use HTTPS for URIs that the server calls", RuleSeverity.High, RuleKind.Client)
        {
            Reads = [.. s_uris, "requestUris", "requestSignAlg"],
            Condition =
                "The rule fails if jwksUri, signedJwksUri, bcNotificationEndpoint, or one of requestUris is an http URI, even one of this computer. The severity is Medium if only requestUris contains such a URI and request objects must be signed, which means that requestSignAlg is set and isn't NONE.",
            Why = "On a plain HTTP connection, an attacker can replace keys, request objects, and notifications.",
            References =
            [
                new(
                    "OpenID Connect Core",
                    "section 6.2",
                    "The scheme used in the request_uri value MUST be https, unless the target Request Object is signed in a way that is verifiable by the Authorization Server."
                ),
                RuleReference.Gist(
                    "OpenID Connect CIBA Core",
                    "section 4",
                    "backchannel_client_notification_endpoint must be an HTTPS URL"
                ),
                new("FAPI 2.0 Security Profile", "section 5.4", "shall only serve the jwks_uri endpoint over TLS"),
                RuleReference.Gist("Authlete result codes", "A005383", "an unsigned request object must be fetched over https"),
            ],
            Recommendation = "Use https URIs.",
            Fix = "Set-AuthleteClient $clientId -JwksUri 'https://client.example.com/jwks.json'",
            FalsePositives = "Signed request objects, which may be fetched over HTTP.",
            Check = context =>
            {
                var client = context.Client;
                if (FirstWhere(client, s_uris, RedirectUris.IsPlainHttp) is { } name)
                {
                    return Verdict.Fail(name, $"{name} is {client.Text(name)}.");
                }

                var uris = client.Texts("requestUris");
                if (uris.Where(RedirectUris.IsPlainHttp).OrderBy(uri => uri, System.StringComparer.Ordinal).FirstOrDefault() is { } found)
                {
                    return client.Text("requestSignAlg") is null or "NONE"
                        ? Verdict.Fail("requestUris", $"requestUris contains {found}.")
                        : Verdict.Fail(
                            "requestUris",
                            $"requestUris contains {found}, but request objects must be signed.",
                            RuleSeverity.Medium
                        );
                }

                return uris.Count == 0 && s_uris.All(member => client.Text(member) is null)
                    ? Verdict.NotApplicable("The client has no URI that the server calls.")
                    : Verdict.Pass("No URI that the server calls uses http.");
            },
        },
        new("AUT-C25", "A client must register only strong public keys", RuleSeverity.High, RuleKind.Client)
        {
            Reads = ["jwks"],
            Condition = "The rule fails if jwks contains a private or symmetric key, or an RSA key with fewer than 2048 bits.",
            Why =
                "A registered private key has left the client: anyone who can read the configuration can act as the client. Small RSA keys can be broken.",
            References =
            [
                RuleReference.Gist("Authlete OpenAPI", "jwks", "the JWK Set of the client, with public keys"),
                new("RFC 7518", "section 3.3", "A key of size 2048 bits or larger MUST be used with these algorithms."),
            ],
            Recommendation = "Register only public keys, and replace keys that were exposed.",
            Fix = "Set-AuthleteClient $clientId -Jwks (Get-Content ./public-jwks.json -Raw)",
            FalsePositives = "A symmetric key (kty oct) that encrypts request objects.",
            Check = context =>
            {
                if (context.Client.Keys("jwks") is not { Keys.Count: > 0 } set)
                {
                    return Verdict.NotApplicable("jwks is empty.");
                }

                foreach (var key in set.Keys)
                {
                    if (key.HasSecretMember || ServiceKeyRules.IsSmallRsa(key))
                    {
                        return Verdict.Fail(
                            "jwks",
                            key.HasSecretMember
                                ? $"jwks contains {key.Name}, which isn't a public key."
                                : $"jwks contains {key.Name} with {key.Bits} bits, fewer than {ServiceKeyRules.MinRsaBits}."
                        );
                    }
                }

                if (set.Keys.FirstOrDefault(key => key is { Kty: WebKey.Rsa, Bits: null }) is { } unread)
                {
                    context.Client.NoteUnreadable($"The size of {unread.Name} in jwks can't be read.");
                }

                return Verdict.Pass("jwks contains only strong public keys.");
            },
        },
        new("AUT-C26", "A client should have one source of keys", RuleSeverity.Low, RuleKind.Client)
        {
            Tier = 2,
            Reads = ["jwks", "jwksUri"],
            Condition = "The rule fails if both jwks and jwksUri are set.",
            Why = "Authlete ignores jwks if jwksUri is set, so replacing a key in jwks has no effect.",
            References = [RuleReference.Gist("Authlete OpenAPI", "jwksUri", "if both are set, jwksUri is used")],
            Recommendation = "Remove jwks or jwksUri.",
            Fix = "Set-AuthleteClient $clientId -Jwks $null",
            FalsePositives = "None.",
            Check = context =>
                (context.Client.HasKeys("jwks"), context.Client.Text("jwksUri") is not null) switch
                {
                    (true, true) => Verdict.Fail("jwksUri", "jwks and jwksUri are both set, so jwks is ignored."),
                    (false, false) => Verdict.NotApplicable("jwks and jwksUri aren't set."),
                    _ => Verdict.Pass("Only one of jwks and jwksUri is set."),
                },
        },
        new("AUT-C32", "A client that must send request objects must have a fixed signing algorithm", RuleSeverity.Medium, RuleKind.Client)
        {
            NeedsService = true,
            Reads = ["requestObjectRequired", "requestSignAlg"],
            ReadsBeside = ["requestObjectRequired"],
            Condition = "The rule fails if requestObjectRequired is true for the client or the service, and requestSignAlg isn't set.",
            Why = "If the algorithm isn't fixed, the sender chooses it.",
            References =
            [
                new(
                    "RFC 8725",
                    "section 3.1",
                    "Libraries MUST enable the caller to specify a supported set of algorithms and MUST NOT use any other algorithms"
                ),
                RuleReference.Gist("RFC 9101", "section 10.2", "the client can register the algorithm as request_object_signing_alg"),
            ],
            Recommendation = "Set requestSignAlg.",
            Fix = "Set-AuthleteClient $clientId -RequestSignAlg ES256",
            FalsePositives = "Confidential clients that only push their authorization requests.",
            Check = context =>
                !context.Service.Flag("requestObjectRequired") && !context.Client.Flag("requestObjectRequired")
                    ? Verdict.NotApplicable("Request objects aren't required.")
                : context.Client.Text("requestSignAlg") is { } alg ? Verdict.Pass($"requestSignAlg is {alg}.")
                : Verdict.Fail("requestSignAlg", "requestSignAlg isn't set, but request objects are required."),
        },
    ];

    /// <summary>The first member whose text meets a condition. All members are read.</summary>
    private static string? FirstWhere(SettingsReader client, IReadOnlyList<string> names, System.Func<string, bool> isFound)
    {
        string? found = null;
        for (var i = 0; i < names.Count; i++)
        {
            if (client.Text(names[i]) is { } text && isFound(text))
            {
                found ??= names[i];
            }
        }

        return found;
    }
}
