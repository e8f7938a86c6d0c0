using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Rules of FAPI about clients.</summary>
internal static class FapiClientRules
{
    private const string LevelNote =
        "A client is a FAPI client if the service supports the FAPI profile and the client can request a scope whose attribute fapi is rw (Advanced) or r (Baseline). With -Profile Fapi1, each client is checked as an Advanced client; with -Profile Fapi2, as a FAPI 2.0 client.";

    private static readonly string[] s_authMethods = ["PRIVATE_KEY_JWT", "TLS_CLIENT_AUTH", "SELF_SIGNED_TLS_CLIENT_AUTH"];
    private static readonly string[] s_responseTypes = ["CODE", "CODE_ID_TOKEN"];
    private static readonly string[] s_onlyCode = ["CODE"];

    // These decide whether a client is a FAPI client.
    private static readonly string[] s_levelMembers = ["extension.requestableScopesEnabled", "extension.requestableScopes"];
    private static readonly string[] s_serviceMembers = ["supportedServiceProfiles", "supportedScopes"];

    public static IReadOnlyList<ConfigurationRule> All { get; } =
    [
        new("AUT-F04", "A FAPI client must be confidential", RuleSeverity.High, RuleKind.Client)
        {
            Profile = RuleProfile.Fapi1,
            Reads = ["clientType", "pkceRequired", .. s_levelMembers],
            ReadsBeside = ["pkceRequired", .. s_serviceMembers],
            Condition =
                "The rule fails if a FAPI client is public. A public client of FAPI 1.0 Baseline passes if PKCE is required. " + LevelNote,
            Why = "FAPI requires clients to authenticate.",
            References =
            [
                new("FAPI 1.0 Advanced", "section 5.2.2", "shall not support public clients"),
                RuleReference.Gist("Authlete result codes", "A150367", "FAPI doesn't allow the request from a client of this type"),
            ],
            Recommendation = "Make the client confidential.",
            Fix = "Set-AuthleteClient $clientId -ClientType CONFIDENTIAL -TokenAuthMethod PRIVATE_KEY_JWT -TokenAuthSignAlg ES256",
            FalsePositives = "None.",
            Check = context =>
                context.ReadFapiLevel() switch
                {
                    FapiLevel.None => NoFapi(),
                    _ when !context.Client.IsPublic() => Verdict.Pass("The client isn't public."),
                    FapiLevel.Baseline when context.Client.Flag("pkceRequired") || context.Service.Flag("pkceRequired") => Verdict.Pass(
                        "The client is public and PKCE is required, which FAPI 1.0 Baseline allows."
                    ),
                    FapiLevel.Baseline => Verdict.Fail("clientType", "clientType is PUBLIC, and PKCE isn't required."),
                    _ => Verdict.Fail("clientType", "clientType is PUBLIC."),
                },
        },
        new("AUT-F05", "A FAPI client must authenticate with a key or a certificate", RuleSeverity.High, RuleKind.Client)
        {
            Profile = RuleProfile.Fapi1,
            Reads = ["tokenAuthMethod", .. s_levelMembers],
            ReadsBeside = s_serviceMembers,
            Condition =
                "The rule fails if tokenAuthMethod of a FAPI client isn't PRIVATE_KEY_JWT, TLS_CLIENT_AUTH, or SELF_SIGNED_TLS_CLIENT_AUTH. FAPI 1.0 Baseline also allows CLIENT_SECRET_JWT. "
                + LevelNote,
            Why = "FAPI allows client authentication only with a private key or a certificate.",
            References =
            [
                RuleReference.Gist(
                    "FAPI 1.0 Advanced",
                    "section 5.2.2",
                    "confidential clients authenticate with tls_client_auth, self_signed_tls_client_auth, or private_key_jwt"
                ),
                RuleReference.Gist(
                    "FAPI 2.0 Security Profile",
                    "section 5.3.2.1",
                    "clients authenticate with mutual TLS or private_key_jwt"
                ),
                RuleReference.Gist("Authlete result codes", "A152301", "FAPI doesn't allow the client authentication method"),
            ],
            Recommendation = "Use PRIVATE_KEY_JWT, TLS_CLIENT_AUTH, or SELF_SIGNED_TLS_CLIENT_AUTH.",
            Fix = "Set-AuthleteClient $clientId -TokenAuthMethod PRIVATE_KEY_JWT -TokenAuthSignAlg ES256",
            FalsePositives = "A public client of FAPI 1.0 Baseline, which doesn't authenticate.",
            Check = context =>
            {
                var level = context.ReadFapiLevel();
                var method = context.Client.TokenAuthMethod();
                return level == FapiLevel.None ? NoFapi()
                    : ClientFacts.IsIn(s_authMethods, method) || (level == FapiLevel.Baseline && method == "CLIENT_SECRET_JWT")
                        ? Verdict.Pass($"tokenAuthMethod is {method}.")
                    : Verdict.Fail("tokenAuthMethod", $"tokenAuthMethod is {method}, which FAPI doesn't allow.");
            },
        },
        new("AUT-F06", "A FAPI client must have sender-constrained access tokens", RuleSeverity.High, RuleKind.Client)
        {
            Profile = RuleProfile.Fapi1,
            NeedsService = true,
            Reads = ["tlsClientCertificateBoundAccessTokens", "dpopRequired", .. s_levelMembers],
            ReadsBeside = ["tlsClientCertificateBoundAccessTokens", .. s_serviceMembers],
            Condition =
                "The rule fails if tlsClientCertificateBoundAccessTokens isn't true for both the FAPI client and the service. In FAPI 2.0, dpopRequired is sufficient. FAPI 1.0 Baseline doesn't require sender-constrained tokens. "
                + LevelNote,
            Why = "A stolen token that is bound to a certificate or key is useless without it.",
            References =
            [
                new("FAPI 1.0 Advanced", "section 5.2.2", "shall only issue sender-constrained access tokens"),
                new("FAPI 2.0 Security Profile", "section 5.3.2.1", "shall only issue sender-constrained access tokens"),
                RuleReference.Gist(
                    "Authlete result codes",
                    "A152305",
                    "FAPI requires sender-constrained tokens, and the service or the client doesn't use them"
                ),
            ],
            Recommendation =
                "Set tlsClientCertificateBoundAccessTokens to true for the client and the service. In FAPI 2.0, you can set dpopRequired of the client to true instead.",
            Fix = """
                Set-AuthleteClient $clientId -TlsClientCertificateBoundAccessTokens $true
                Set-AuthleteService $serviceApiKey -TlsClientCertificateBoundAccessTokens $true
                """,
            FalsePositives = "None.",
            Check = context =>
                context.ReadFapiLevel() switch
                {
                    FapiLevel.None => NoFapi(),
                    FapiLevel.Baseline => Verdict.NotApplicable("FAPI 1.0 Baseline doesn't require sender-constrained tokens."),
                    _ when ClientFacts.BindsToCertificate(context.Client, context.Service) => Verdict.Pass(
                        "tlsClientCertificateBoundAccessTokens is true for the client and the service."
                    ),
                    FapiLevel.Fapi2 when context.Client.Flag("dpopRequired") => Verdict.Pass("dpopRequired is true."),
                    FapiLevel.Fapi2 => Verdict.Fail(
                        "dpopRequired",
                        "dpopRequired is false, and tlsClientCertificateBoundAccessTokens isn't true for both the client and the service."
                    ),
                    _ => Verdict.Fail(
                        "tlsClientCertificateBoundAccessTokens",
                        "tlsClientCertificateBoundAccessTokens isn't true for both the client and the service."
                    ),
                },
        },
        new("AUT-F07", "A FAPI client must use PS256 or ES256 signatures", RuleSeverity.High, RuleKind.Client)
        {
            Profile = RuleProfile.Fapi1,
            Reads = [.. ClientFacts.SignAlgs, .. s_levelMembers],
            ReadsBeside = s_serviceMembers,
            Condition =
                "The rule fails if a signing algorithm of a FAPI client is set and isn't PS256 or ES256. FAPI 2.0 also allows EdDSA. A new client has RS256 for ID tokens and fails until you change it. "
                + LevelNote,
            Why = "FAPI excludes older RSA signatures, symmetric signatures, and unsigned JWTs.",
            References =
            [
                RuleReference.Gist(
                    "FAPI 1.0 Advanced",
                    "section 8.6",
                    "signatures use PS256 or ES256, and should not use RSASSA-PKCS1-v1_5; none isn't allowed"
                ),
                new("FAPI 2.0 Security Profile", "section 5.4", "use PS256, ES256, or EdDSA (using the Ed25519 variant) algorithms"),
                RuleReference.Gist(
                    "Authlete result codes",
                    "A151301, A152302, A152304, A153301",
                    "FAPI doesn't allow the signing algorithm"
                ),
            ],
            Recommendation = "Set the signing algorithms to PS256 or ES256.",
            Fix = "Set-AuthleteClient $clientId -IdTokenSignAlg ES256",
            FalsePositives = "A client of FAPI 1.0 Baseline, because only Advanced specifies these algorithms.",
            Check = context =>
            {
                var level = context.ReadFapiLevel();
                if (level == FapiLevel.None)
                {
                    return NoFapi();
                }

                Verdict? failure = null;
                foreach (var name in ClientFacts.SignAlgs)
                {
                    if (context.Client.Text(name) is { } alg && !IsAllowed(alg, level))
                    {
                        failure ??= Verdict.Fail(name, $"{name} is {alg}, which FAPI doesn't allow.");
                    }
                }

                return failure ?? Verdict.Pass("FAPI allows each signing algorithm that is set.");
            },
        },
        new("AUT-F08", "A FAPI client must use protected response types", RuleSeverity.High, RuleKind.Client)
        {
            Profile = RuleProfile.Fapi1,
            Reads = ["responseTypes", "authorizationSignAlg", .. s_levelMembers],
            ReadsBeside = s_serviceMembers,
            Condition =
                "The rule fails if responseTypes of a FAPI client contains a type other than CODE and CODE_ID_TOKEN, or contains CODE and authorizationSignAlg isn't set. FAPI 2.0 allows only CODE, and doesn't need authorizationSignAlg. An empty responseTypes isn't checked. "
                + LevelNote,
            Why = "In FAPI 1.0, an authorization response must be signed: as a JWT (JARM), or with an ID token next to the code.",
            References =
            [
                RuleReference.Gist(
                    "FAPI 1.0 Advanced",
                    "section 5.2.2",
                    "the response type is code id_token, or it is code and the response mode is jwt"
                ),
                new(
                    "FAPI 2.0 Security Profile",
                    "section 5.3.2.2",
                    "shall require the value of response_type described in [RFC6749] to be code"
                ),
                RuleReference.Gist(
                    "Authlete result codes",
                    "A150312, A012305",
                    "FAPI doesn't allow the response type; the response mode is a JWT mode, but the client has no authorization signing algorithm"
                ),
            ],
            Recommendation = "Set responseTypes to CODE and authorizationSignAlg to PS256 or ES256, or set responseTypes to CODE_ID_TOKEN.",
            Fix = "Set-AuthleteClient $clientId -ResponseTypes CODE -AuthorizationSignAlg ES256",
            FalsePositives = "A client of FAPI 1.0 Baseline, which may use CODE without JARM.",
            Check = context =>
            {
                var level = context.ReadFapiLevel();
                return level == FapiLevel.None ? NoFapi()
                    : context.Client.Texts("responseTypes").Count == 0 ? Verdict.NotApplicable("responseTypes is empty.")
                    : context.Client.FirstBeyond("responseTypes", level == FapiLevel.Fapi2 ? s_onlyCode : s_responseTypes) is { } type
                        ? Verdict.Fail("responseTypes", $"responseTypes contains {type}, which FAPI doesn't allow.")
                    : level != FapiLevel.Fapi2
                    && context.Client.Has("responseTypes", "CODE")
                    && context.Client.Text("authorizationSignAlg") is null
                        ? Verdict.Fail("authorizationSignAlg", "responseTypes contains CODE, and authorizationSignAlg isn't set.")
                    : Verdict.Pass("FAPI allows each type in responseTypes.");
            },
        },
    ];

    private static bool IsAllowed(string alg, FapiLevel level) => alg is "PS256" or "ES256" || (level == FapiLevel.Fapi2 && alg == "EdDSA");

    private static Verdict NoFapi() => Verdict.NotApplicable("The client isn't a FAPI client.");
}
