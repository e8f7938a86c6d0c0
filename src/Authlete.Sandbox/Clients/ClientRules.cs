using System;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Clients;

/// <summary>The rules that a client's configuration must meet.</summary>
internal static class ClientRules
{
    public static void Check(ApiCall call)
    {
        var rules = new FieldRules(call);
        rules.EnumeratedValues("Client");
        rules.ArrayElements("Client");
        rules.NotNegative("Client");
        rules.Uris("redirectUris");
        rules.Uris("requestUris", fragmentAllowed: true);
        rules.Length("clientName", 100);
        rules.Length("description", 200);
        rules.PrintableAscii("clientIdAlias");
        rules.PrintableAscii("developer");
        rules.JwkSet("jwks", publicOnly: true);
        rules.Attributes("A032222");
        foreach (var name in new[] { "clientNames", "descriptions" })
        {
            rules.TaggedValues(name, uris: false);
        }

        foreach (var name in new[] { "logoUris", "tosUris", "policyUris", "clientUris" })
        {
            rules.TaggedValues(name, uris: true);
        }

        foreach (var name in new[] { "logoUri", "tosUri", "policyUri", "clientUri", "jwksUri" })
        {
            rules.AbsoluteUri(name);
        }

        foreach (var name in new[] { "loginUri", "bcNotificationEndpoint", "signedJwksUri" })
        {
            rules.Https(name);
        }

        CheckEncryption(call, rules);
        CheckCertificateSubject(call, rules);
        CheckExtension(call, rules);

        var delivery = call.Text("bcDeliveryMode");
        rules.Refuse(
            "A032215",
            "bcNotificationEndpoint",
            "is needed for the delivery mode",
            delivery is "PING" or "PUSH" && call.Text("bcNotificationEndpoint") is null
        );
        rules.Refuse(
            "A031222",
            "bcRequestSignAlg",
            "is not asymmetric",
            call.Text("bcRequestSignAlg")?.StartsWith("HS", StringComparison.Ordinal) == true
        );
        rules.Refuse(
            "A032210",
            "sectorIdentifierUri",
            "is not https",
            call.Text("sectorIdentifierUri")?.StartsWith("https:", StringComparison.Ordinal) == false
        );
        rules.Refuse(
            "A032221",
            "subjectType",
            "PAIRWISE needs a sector identifier or redirect URIs on one host",
            call.Text("subjectType") == "PAIRWISE" && call.Text("sectorIdentifierUri") is null && RedirectHosts(call) > 1
        );
        rules.Refuse(
            "A032223",
            "customMetadata",
            "is not a JSON object",
            call.Text("customMetadata") is { } metadata && !Json.TryParseObject(metadata, out _)
        );
    }

    private static void CheckEncryption(ApiCall call, FieldRules rules)
    {
        foreach (
            var (prefix, code) in new[]
            {
                ("idToken", "A032211"),
                ("userInfo", "A032212"),
                ("request", "A032213"),
                ("authorization", "A032214"),
            }
        )
        {
            var missing = call.Text(prefix + "EncryptionEnc") is not null && call.Text(prefix + "EncryptionAlg") is null;
            rules.Refuse(code, prefix + "EncryptionAlg", "is needed, for the other encryption algorithm is set", missing);
        }
    }

    private static void CheckCertificateSubject(ApiCall call, FieldRules rules)
    {
        string[] subjects =
        [
            "tlsClientAuthSubjectDn",
            "tlsClientAuthSanDns",
            "tlsClientAuthSanUri",
            "tlsClientAuthSanIp",
            "tlsClientAuthSanEmail",
        ];
        var given = subjects.Count(name => call.Text(name) is not null);
        rules.Refuse("A032216", "tlsClientAuthSubjectDn", "and its alternatives exclude each other", given > 1);
        rules.Refuse("A032218", "tlsClientAuthSubjectDn", "is no distinguished name", call.Text(subjects[0]) is { } name && !IsName(name));
        rules.Refuse(
            "A032217",
            "tlsClientAuthSubjectDn",
            "or an alternative is needed for the authentication method",
            given == 0 && call.Text("tokenAuthMethod") == "TLS_CLIENT_AUTH"
        );
    }

    private static void CheckExtension(ApiCall call, FieldRules rules)
    {
        var extension = call.Body["extension"] as JsonObject;
        foreach (var name in new[] { "accessTokenDuration", "refreshTokenDuration" })
        {
            rules.Refuse("A031213", $"extension.{name}", "is negative", (long?)extension?[name] < 0);
        }
    }

    private static bool IsName(string text)
    {
        try
        {
            return new X500DistinguishedName(text).RawData.Length > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static int RedirectHosts(ApiCall call) =>
        (call.Texts("redirectUris") ?? []).Select(uri => new Uri(uri).Host).Distinct(StringComparer.OrdinalIgnoreCase).Count();
}
