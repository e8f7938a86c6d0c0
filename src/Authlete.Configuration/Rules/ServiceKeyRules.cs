using System;
using System.Collections.Generic;
using System.Linq;

namespace Authlete.Configuration.Rules;

/// <summary>Rules about the keys and certificates of a service.</summary>
internal static class ServiceKeyRules
{
    public const int MinRsaBits = 2048;
    private const int MinCurveBits = 224;

    private static readonly string[] s_keyIds =
    [
        "idTokenSignatureKeyId",
        "userInfoSignatureKeyId",
        "authorizationSignatureKeyId",
        "accessTokenSignatureKeyId",
        "resourceSignatureKeyId",
    ];

    public static IReadOnlyList<ConfigurationRule> All { get; } =
    [
        new("AUT-S19", "A service with the scope openid must have signing keys", RuleSeverity.High, RuleKind.Service)
        {
            Reads = ["supportedScopes", "jwks", "jwksUri", "hsks"],
            Condition =
                "The rule fails if supportedScopes contains openid, jwks contains no key, jwksUri isn't set, and hsks is empty. An export omits jwks and hsks: with -Path, the rule is skipped unless the file contains jwks or jwksUri.",
            Why = "Without keys, Authlete can't create an ID token with an asymmetric signature, and each such request fails.",
            References =
            [
                RuleReference.Gist(
                    "Authlete result codes",
                    "A046201, A046202",
                    "an asymmetric signature is required, but the service has no JWK Set"
                ),
            ],
            Recommendation = "Register a JWK Set with a signing key.",
            Fix = "Set-AuthleteService $serviceApiKey -Jwks (Get-Content ./jwks.json -Raw)",
            FalsePositives = "Services that use OAuth only, or whose clients all use HS256 for ID tokens.",
            Check = context =>
                !HasOpenid(context.Service) ? Verdict.NotApplicable("supportedScopes doesn't contain openid.")
                : context.Service.Text("jwksUri") is not null ? Verdict.Pass("jwksUri is set.")
                : context.Service.HasKeys("jwks") ? Verdict.Pass("jwks contains a key.")
                : context.Service.Objects("hsks").Count > 0 ? Verdict.Pass("hsks isn't empty.")
                : Verdict.Fail("jwks", "jwks, jwksUri, and hsks are empty, but supportedScopes contains openid."),
        },
        new("AUT-S21", "The service must validate the certificates of clients", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["supportedTokenAuthMethods", "mutualTlsValidatePkiCertChain", "trustedRootCertificates"],
            ReadsBeside = ["tokenAuthMethod"],
            NeedsClients = true,
            Condition =
                "The rule fails if TLS_CLIENT_AUTH is used, and mutualTlsValidatePkiCertChain is false or trustedRootCertificates is empty. TLS_CLIENT_AUTH is used if supportedTokenAuthMethods contains it, or if it is the tokenAuthMethod of a client.",
            Why =
                "TLS_CLIENT_AUTH trusts the issuer of a certificate. Without validation, anyone can create a certificate with the subject of a client.",
            References =
            [
                new("RFC 8705", "section 2.1", "It relies on a validated certificate chain"),
                RuleReference.Gist(
                    "Authlete result codes",
                    "A048356, A157335",
                    "validation of the certificate chain is on, but no trusted root certificates are configured"
                ),
            ],
            Recommendation = "Set mutualTlsValidatePkiCertChain to true, and list the root certificates in trustedRootCertificates.",
            Fix =
                "Set-AuthleteService $serviceApiKey -MutualTlsValidatePkiCertChain $true -TrustedRootCertificates (Get-Content ./root.pem -Raw)",
            FalsePositives = "A proxy that terminates TLS validates the certificate chain. Authlete can't detect that.",
            Check = context =>
                !context.Service.Has("supportedTokenAuthMethods", "TLS_CLIENT_AUTH")
                && !context.Clients.HasAny(ClientFact.UsesTlsClientAuth)
                    ? Verdict.NotApplicable("Neither the service nor a client uses TLS_CLIENT_AUTH.")
                : !context.Service.Flag("mutualTlsValidatePkiCertChain")
                    ? Verdict.Fail("mutualTlsValidatePkiCertChain", "mutualTlsValidatePkiCertChain is false, but TLS_CLIENT_AUTH is used.")
                : context.Service.Texts("trustedRootCertificates").Count == 0
                    ? Verdict.Fail(
                        "trustedRootCertificates",
                        "trustedRootCertificates is empty, so Authlete refuses each client that uses TLS_CLIENT_AUTH."
                    )
                : Verdict.Pass("mutualTlsValidatePkiCertChain is true, and trustedRootCertificates isn't empty."),
        },
        new("AUT-S27", "The service must have strong keys with unique IDs", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["jwks", "hsks", "accessTokenSignAlg", "rsResponseSigned", .. s_keyIds],
            Condition =
                "The rule fails if jwks contains an RSA key with fewer than 2048 bits, an elliptic curve key with fewer than 224 bits, a key without kid, or two keys with the same kid. It also fails if a field that ends with SignatureKeyId names no key in jwks or hsks, or isn't set although several keys sign with the same algorithm. In the latter case, accessTokenSignatureKeyId is needed only if accessTokenSignAlg is set, and resourceSignatureKeyId only if rsResponseSigned is true. If a key has no alg, its curve determines the algorithm; RSA keys without alg share one. The rule is skipped if the size of an RSA key can't be read, and with -Path if the file doesn't contain jwks.",
            Why =
                "Small keys can be broken. Keys that have no kid, or the same kid, can't be rotated. Signing fails if it isn't clear which key to use.",
            References =
            [
                new("RFC 7518", "section 3.3", "A key of size 2048 bits or larger MUST be used with these algorithms."),
                new("FAPI 2.0 Security Profile", "section 5.4", "RSA keys shall have a minimum length of 2048 bits."),
                new("FAPI 2.0 Security Profile", "section 5.4", "Elliptic curve keys shall have a minimum length of 224 bits."),
                new("FAPI 2.0 Security Profile", "section 5.4", "should not serve a JWK set with multiple keys with the same kid"),
                RuleReference.Gist(
                    "Authlete result codes",
                    "A046203, A046204",
                    "the signing key isn't in the JWK Set; there are several candidates"
                ),
            ],
            Recommendation =
                "Rotate small keys, give each key a unique kid, and specify the signing keys in the fields that end with SignatureKeyId.",
            Fix = "Set-AuthleteService $serviceApiKey -Jwks (Get-Content ./jwks.json -Raw) -IdTokenSignatureKeyId 'key-2'",
            FalsePositives = "None.",
            Check = context =>
                context.Service.Keys("jwks") is not { } set
                    ? Verdict.NotApplicable("jwks isn't set.")
                    : FindWeakness(set) ?? FindKeyId(context.Service, set) ?? CheckReadable(set, context.Service),
        },
    ];

    /// <summary>Whether an RSA key is too small.</summary>
    public static bool IsSmallRsa(WebKey key) => key is { Kty: WebKey.Rsa, Bits: < MinRsaBits };

    private static bool HasOpenid(SettingsReader service)
    {
        foreach (var scope in service.Objects("supportedScopes"))
        {
            if (scope.Text("name") == "openid")
            {
                return true;
            }
        }

        return false;
    }

    private static Verdict? FindWeakness(KeySet set)
    {
        var kids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in set.Keys)
        {
            var problem =
                IsSmallRsa(key) ? $"jwks contains {key.Name} with {key.Bits} bits, fewer than {MinRsaBits}."
                : key is { Kty: WebKey.EllipticCurve, Bits: < MinCurveBits }
                    ? $"jwks contains {key.Name} with {key.Bits} bits, fewer than {MinCurveBits}."
                : key.Kid is null ? $"jwks contains {key.Name}."
                : !kids.Add(key.Kid) ? $"jwks contains {key.Name} twice."
                : null;
            if (problem is not null)
            {
                return Verdict.Fail("jwks", problem);
            }
        }

        return null;
    }

    private static Verdict? FindKeyId(SettingsReader service, KeySet set)
    {
        var isAmbiguous = set
            .Keys.Where(key => key.CanSign)
            .GroupBy(key => key.SigningAlg, StringComparer.Ordinal)
            .Any(group => group.Count() > 1);
        foreach (var name in s_keyIds)
        {
            if (service.Text(name) is { } id)
            {
                if (set.Keys.All(key => key.Kid != id) && !IsInHsm(service, id))
                {
                    return Verdict.Fail(name, $"{name} is {id}, but no key has that kid.");
                }
            }
            else if (isAmbiguous && IsNeeded(service, name))
            {
                return Verdict.Fail(name, $"{name} isn't set, but several keys in jwks sign with the same algorithm.");
            }
        }

        return null;
    }

    private static bool IsInHsm(SettingsReader service, string id) => service.Objects("hsks").Any(key => key.Text("kid") == id);

    private static bool IsNeeded(SettingsReader service, string name) =>
        name switch
        {
            "accessTokenSignatureKeyId" => service.Text("accessTokenSignAlg") is not null,
            "resourceSignatureKeyId" => service.Flag("rsResponseSigned"),
            _ => true,
        };

    private static Verdict CheckReadable(KeySet set, SettingsReader service)
    {
        if (set.Keys.Count == 0)
        {
            return Verdict.NotApplicable("jwks is empty.");
        }

        if (set.Keys.FirstOrDefault(key => key is { Kty: WebKey.Rsa, Bits: null }) is { } unread)
        {
            service.NoteUnreadable($"The size of {unread.Name} in jwks can't be read.");
        }

        return Verdict.Pass("Each key in jwks is large enough and has a kid, and each key ID names a key.");
    }
}
