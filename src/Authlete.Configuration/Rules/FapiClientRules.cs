using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Rules of FAPI about clients.</summary>
internal static class FapiClientRules
{
    private const string LevelNote =
        "A client is a FAPI client if the service supports the profile FAPI, and the client can request a scope whose attribute fapi is rw (Advanced) or r (Baseline). With -Profile Fapi1 each client counts as Advanced, and with Fapi2 as a client of FAPI 2.0.";

    private static readonly string[] s_authMethods = ["PRIVATE_KEY_JWT", "TLS_CLIENT_AUTH", "SELF_SIGNED_TLS_CLIENT_AUTH"];
    private static readonly string[] s_responseTypes = ["CODE", "CODE_ID_TOKEN"];
    private static readonly string[] s_onlyCode = ["CODE"];

    // What decides whether a client is a FAPI client.
    private static readonly string[] s_levelMembers = ["extension.requestableScopesEnabled", "extension.requestableScopes"];
    private static readonly string[] s_serviceMembers = ["supportedServiceProfiles", "supportedScopes"];

    public static IReadOnlyList<ConfigurationRule> All { get; } =
    [
        new("AUT-F04", "A FAPI client is confidential", RuleSeverity.High, RuleKind.Client)
        {
            Profile = RuleProfile.Fapi1,
            Reads = ["clientType", "pkceRequired", .. s_levelMembers],
            ReadsBeside = ["pkceRequired", .. s_serviceMembers],
            Why = "FAPI demands that clients authenticate themselves.",
            References =
            [
                new("FAPI 1.0 Advanced", "section 5.2.2", "shall not support public clients"),
                RuleReference.Gist("Authlete result codes", "A150367", "FAPI: this client type may not ask so"),
            ],
            Recommendation = "Make the client confidential.",
            Fix = "Set-AuthleteClient $clientId -ClientType CONFIDENTIAL -TokenAuthMethod PRIVATE_KEY_JWT -TokenAuthSignAlg ES256",
            FalsePositives = "FAPI 1.0 Baseline allows public clients that have to use PKCE; they pass.",
            Notes = LevelNote,
            Check = context =>
                context.ReadFapiLevel() switch
                {
                    FapiLevel.None => NoFapi(),
                    _ when !context.Client.IsPublic() => Verdict.Pass("The client isn't public."),
                    FapiLevel.Baseline when context.Client.Flag("pkceRequired") || context.Service.Flag("pkceRequired") => Verdict.Pass(
                        "The client is public and has to use PKCE, which FAPI 1.0 Baseline allows."
                    ),
                    FapiLevel.Baseline => Verdict.Fail("clientType", "The client is public, and doesn't have to use PKCE."),
                    _ => Verdict.Fail("clientType", "The client is public."),
                },
        },
        new("AUT-F05", "A FAPI client authenticates itself with a key", RuleSeverity.High, RuleKind.Client)
        {
            Profile = RuleProfile.Fapi1,
            Reads = ["tokenAuthMethod", .. s_levelMembers],
            ReadsBeside = s_serviceMembers,
            Why = "FAPI allows client authentication with a private key or a certificate only.",
            References =
            [
                RuleReference.Gist(
                    "FAPI 1.0 Advanced",
                    "section 5.2.2",
                    "shall authenticate the confidential client using tls_client_auth, self_signed_tls_client_auth, or private_key_jwt"
                ),
                new(
                    "FAPI 2.0 Security Profile",
                    "section 5.3.2.1",
                    "shall authenticate clients using one of the following methods: MTLS as specified in Section 2 of [RFC8705], or private_key_jwt as specified in Section 9 of [OIDC]"
                ),
                RuleReference.Gist("Authlete result codes", "A152301", "FAPI: way of client authentication refused"),
            ],
            Recommendation = "Use PRIVATE_KEY_JWT, TLS_CLIENT_AUTH, or SELF_SIGNED_TLS_CLIENT_AUTH.",
            Fix = "Set-AuthleteClient $clientId -TokenAuthMethod PRIVATE_KEY_JWT -TokenAuthSignAlg ES256",
            FalsePositives = "A public client of FAPI 1.0 Baseline, which has nothing to authenticate itself with.",
            Notes = LevelNote + " FAPI 1.0 Baseline also allows CLIENT_SECRET_JWT.",
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
        new("AUT-F06", "Tokens of a FAPI client are sender-constrained", RuleSeverity.High, RuleKind.Client)
        {
            Profile = RuleProfile.Fapi1,
            NeedsService = true,
            Reads = ["tlsClientCertificateBoundAccessTokens", "dpopRequired", .. s_levelMembers],
            ReadsBeside = ["tlsClientCertificateBoundAccessTokens", .. s_serviceMembers],
            Why = "A stolen token that is bound to a certificate or key is of no use without it.",
            References =
            [
                new(
                    "FAPI 1.0 Advanced",
                    "section 5.2.2",
                    "shall only issue sender-constrained access tokens; shall support MTLS as mechanism for constraining the legitimate senders of access tokens"
                ),
                new("FAPI 2.0 Security Profile", "section 5.3.2.1", "shall only issue sender-constrained access tokens"),
                RuleReference.Gist("Authlete result codes", "A152305", "FAPI: no sender-constraining set up on service and client"),
            ],
            Recommendation =
                "Set tlsClientCertificateBoundAccessTokens to true for the client and the service; in FAPI 2.0, dpopRequired does as well.",
            Fix = """
                Set-AuthleteClient $clientId -TlsClientCertificateBoundAccessTokens $true
                Set-AuthleteService $serviceApiKey -TlsClientCertificateBoundAccessTokens $true
                """,
            FalsePositives = "None. FAPI 1.0 Baseline doesn't demand it.",
            Notes = LevelNote + " In FAPI 1.0 only certificates count.",
            Check = context =>
                context.ReadFapiLevel() switch
                {
                    FapiLevel.None => NoFapi(),
                    FapiLevel.Baseline => Verdict.NotApplicable("FAPI 1.0 Baseline doesn't demand sender-constrained tokens."),
                    _ when ClientFacts.BindsToCertificate(context.Client, context.Service) => Verdict.Pass(
                        "Tokens are bound to certificates."
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
        new("AUT-F07", "A FAPI client signs with PS256 or ES256", RuleSeverity.High, RuleKind.Client)
        {
            Profile = RuleProfile.Fapi1,
            Reads = [.. ClientFacts.SignAlgs, .. s_levelMembers],
            ReadsBeside = s_serviceMembers,
            Why = "FAPI excludes the older RSA signatures, symmetric ones, and none.",
            References =
            [
                RuleReference.Gist(
                    "FAPI 1.0 Advanced",
                    "section 8.6",
                    "shall use PS256 or ES256 algorithms; should not use algorithms that use RSASSA-PKCS1-v1_5; shall not use none"
                ),
                new("FAPI 2.0 Security Profile", "section 5.4", "use PS256, ES256, or EdDSA (using the Ed25519 variant) algorithms"),
                RuleReference.Gist("Authlete result codes", "A151301, A152302, A152304, A153301", "FAPI: signing algorithm not allowed"),
            ],
            Recommendation = "Set the signing algorithms to PS256 or ES256.",
            Fix = "Set-AuthleteClient $clientId -IdTokenSignAlg ES256",
            FalsePositives =
                "A client of FAPI 1.0 Baseline that uses another algorithm: only Advanced names these. A new client has RS256 for ID tokens, so each client that wasn't changed fails, rightly.",
            Notes = LevelNote + " An algorithm that isn't set isn't tested. FAPI 2.0 also allows EdDSA.",
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
        new("AUT-F08", "A FAPI client uses response types that are protected", RuleSeverity.High, RuleKind.Client)
        {
            Profile = RuleProfile.Fapi1,
            Reads = ["responseTypes", "authorizationSignAlg", .. s_levelMembers],
            ReadsBeside = s_serviceMembers,
            Why = "In FAPI 1.0, an authorization response has to be signed: as a JWT (JARM), or by an ID token beside the code.",
            References =
            [
                new(
                    "FAPI 1.0 Advanced",
                    "section 5.2.2",
                    "shall require the response_type value code id_token, or the response_type value code in conjunction with the response_mode value jwt"
                ),
                new(
                    "FAPI 2.0 Security Profile",
                    "section 5.3.2.2",
                    "shall require the value of response_type described in [RFC6749] to be code"
                ),
                RuleReference.Gist(
                    "Authlete result codes",
                    "A150312, A012305",
                    "FAPI: response type not allowed; JWT mode but the client has no authorization signing algorithm"
                ),
            ],
            Recommendation = "Set responseTypes to CODE and authorizationSignAlg to PS256 or ES256, or responseTypes to CODE_ID_TOKEN.",
            Fix = "Set-AuthleteClient $clientId -ResponseTypes CODE -AuthorizationSignAlg ES256",
            FalsePositives = "A client of FAPI 1.0 Baseline, which may use CODE without JARM.",
            Notes = LevelNote + " FAPI 2.0 allows CODE only, and doesn't need JARM. A client with no response types isn't judged.",
            Check = context =>
            {
                var level = context.ReadFapiLevel();
                return level == FapiLevel.None ? NoFapi()
                    : context.Client.Texts("responseTypes").Count == 0 ? Verdict.NotApplicable("responseTypes is empty.")
                    : context.Client.FirstBeyond("responseTypes", level == FapiLevel.Fapi2 ? s_onlyCode : s_responseTypes) is { } type
                        ? Verdict.Fail("responseTypes", $"responseTypes has {type}, which FAPI doesn't allow.")
                    : level != FapiLevel.Fapi2
                    && context.Client.Has("responseTypes", "CODE")
                    && context.Client.Text("authorizationSignAlg") is null
                        ? Verdict.Fail("authorizationSignAlg", "responseTypes has CODE, and authorizationSignAlg isn't set.")
                    : Verdict.Pass("FAPI allows each type in responseTypes.");
            },
        },
    ];

    private static bool IsAllowed(string alg, FapiLevel level) => alg is "PS256" or "ES256" || (level == FapiLevel.Fapi2 && alg == "EdDSA");

    private static Verdict NoFapi() => Verdict.NotApplicable("The client is no FAPI client.");
}
