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
        new("AUT-S19", "A service with openid has signing keys", RuleSeverity.High, RuleKind.Service)
        {
            Reads = ["supportedScopes", "jwks", "jwksUri", "hsks"],
            Why = "Without keys, no ID token with an asymmetric signature can be made: each such request fails.",
            References =
            [
                RuleReference.Gist(
                    "Authlete result codes",
                    "A046201, A046202",
                    "asymmetric signing is wanted, and the service has no JWK Set"
                ),
            ],
            Recommendation = "Register a JWK Set with a signing key.",
            Fix = "Set-AuthleteService $serviceApiKey -Jwks (Get-Content ./jwks.json -Raw)",
            FalsePositives = "Services that use OAuth only, or whose clients all use HS256 for ID tokens.",
            Notes =
                "A JWK Set without keys counts as none. An export leaves jwks and hsks out: with -Path the rule is skipped unless the file has jwks or jwksUri.",
            Check = context =>
                !HasOpenid(context.Service) ? Verdict.NotApplicable("supportedScopes doesn't have openid.")
                : context.Service.Text("jwksUri") is not null ? Verdict.Pass("jwksUri is set.")
                : context.Service.HasKeys("jwks") ? Verdict.Pass("jwks is set.")
                : context.Service.Objects("hsks").Count > 0 ? Verdict.Pass("hsks isn't empty.")
                : Verdict.Fail("jwks", "jwks, jwksUri, and hsks are empty, and supportedScopes has openid."),
        },
        new("AUT-S21", "Certificates of clients are validated", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["supportedTokenAuthMethods", "mutualTlsValidatePkiCertChain", "trustedRootCertificates"],
            ReadsBeside = ["tokenAuthMethod"],
            NeedsClients = true,
            Why =
                "TLS_CLIENT_AUTH trusts the issuer of a certificate. Without validation, anybody can make one with the subject of a client.",
            References =
            [
                new("RFC 8705", "section 2.1", "It relies on a validated certificate chain"),
                RuleReference.Gist(
                    "Authlete result codes",
                    "A048356, A157335",
                    "validation of the chain is demanded, and no trusted roots are configured"
                ),
            ],
            Recommendation = "Set mutualTlsValidatePkiCertChain to true, and list the roots in trustedRootCertificates.",
            Fix =
                "Set-AuthleteService $serviceApiKey -MutualTlsValidatePkiCertChain $true -TrustedRootCertificates (Get-Content ./root.pem -Raw)",
            FalsePositives = "A proxy that ends TLS validates the chain. Authlete can't know that: suppress the rule.",
            Notes = "TLS_CLIENT_AUTH is used if it is in supportedTokenAuthMethods or is the tokenAuthMethod of a client.",
            Check = context =>
                !context.Service.Has("supportedTokenAuthMethods", "TLS_CLIENT_AUTH")
                && !context.Clients.HasAny(ClientFact.UsesTlsClientAuth)
                    ? Verdict.NotApplicable("Neither the service nor a client uses TLS_CLIENT_AUTH.")
                : !context.Service.Flag("mutualTlsValidatePkiCertChain")
                    ? Verdict.Fail("mutualTlsValidatePkiCertChain", "mutualTlsValidatePkiCertChain is false, and TLS_CLIENT_AUTH is used.")
                : context.Service.Texts("trustedRootCertificates").Count == 0
                    ? Verdict.Fail(
                        "trustedRootCertificates",
                        "trustedRootCertificates is empty: Authlete refuses each client that uses TLS_CLIENT_AUTH."
                    )
                : Verdict.Pass("mutualTlsValidatePkiCertChain is true, and trustedRootCertificates isn't empty."),
        },
        new("AUT-S27", "The keys of the service are strong and can be told apart", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["jwks", "hsks", "accessTokenSignAlg", "rsResponseSigned", .. s_keyIds],
            Why =
                "Small keys can be broken. Keys without kid, or with the same, can't be rotated. Signing fails if it isn't clear which key to use.",
            References =
            [
                new("RFC 7518", "section 3.3", "A key of size 2048 bits or larger MUST be used with these algorithms."),
                new(
                    "FAPI 2.0 Security Profile",
                    "section 5.4",
                    "RSA keys shall have a minimum length of 2048 bits. Elliptic curve keys shall have a minimum length of 224 bits."
                ),
                new("FAPI 2.0 Security Profile", "section 5.4", "should not serve a JWK set with multiple keys with the same kid"),
                RuleReference.Gist(
                    "Authlete result codes",
                    "A046203, A046204",
                    "the signing key isn't in the JWK Set; there are several candidates"
                ),
            ],
            Recommendation =
                "Rotate small keys, give each key a kid of its own, and name the signing keys in the fields that end with SignatureKeyId.",
            Fix = "Set-AuthleteService $serviceApiKey -Jwks (Get-Content ./jwks.json -Raw) -IdTokenSignatureKeyId 'key-2'",
            FalsePositives = "Keys in an HSM aren't in jwks. A key id that names one of hsks is right.",
            Notes =
                "Several keys are candidates if they sign with the same alg. Without alg, the curve of a key decides it, and RSA keys are candidates for each other. Then idTokenSignatureKeyId, userInfoSignatureKeyId, and authorizationSignatureKeyId have to be set, accessTokenSignatureKeyId if accessTokenSignAlg is set, and resourceSignatureKeyId if rsResponseSigned is true. A key of which the size can't be told isn't judged by its size, but an RSA key without a modulus makes the rule skipped. In a JWK Set without keys, no key id names a key. With -Path the rule is skipped if the file doesn't have jwks.",
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
                IsSmallRsa(key) ? $"has {key.Bits} bits, less than {MinRsaBits}"
                : key is { Kty: WebKey.EllipticCurve, Bits: < MinCurveBits } ? $"has {key.Bits} bits, less than {MinCurveBits}"
                : key.Kid is null ? "can't be named"
                : !kids.Add(key.Kid) ? "is there twice"
                : null;
            if (problem is not null)
            {
                return Verdict.Fail("jwks", $"In jwks, {key.Name} {problem}.");
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
                    return Verdict.Fail(name, $"{name} is {id}, and no key has that kid.");
                }
            }
            else if (isAmbiguous && IsNeeded(service, name))
            {
                return Verdict.Fail(name, $"{name} isn't set, and several keys in jwks sign with the same algorithm.");
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

        return Verdict.Pass("Each key in jwks is large enough and has a kid, and each key id names a key.");
    }
}
