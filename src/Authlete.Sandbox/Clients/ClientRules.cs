using System;
using System.Linq;
using Authlete.Sandbox.Hosting;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Clients;

/// <summary>What a client's configuration must satisfy to be stored.</summary>
internal static class ClientRules
{
    public static void Check(ApiCall call)
    {
        var rules = new FieldRules(call);
        rules.EnumeratedValues("Client");
        rules.NotNegative("Client");
        rules.RedirectUris("redirectUris");
        rules.Length("clientName", 100);
        rules.Length("description", 200);
        rules.PrintableAscii("clientIdAlias");
        rules.JwkSet("jwks");
        foreach (var name in new[] { "clientNames", "descriptions", "logoUris", "tosUris", "policyUris", "clientUris" }) rules.TaggedValues(name);
        CheckEncryption(call, rules);
        CheckCertificateSubject(call, rules);

        var delivery = call.Text("bcDeliveryMode");
        rules.Refuse(
            "A032215", "bcNotificationEndpoint", "is needed for the delivery mode", delivery is "PING" or "PUSH" && call.Text("bcNotificationEndpoint") is null);
        rules.Refuse("A032210", "sectorIdentifierUri", "is not https", call.Text("sectorIdentifierUri")?.StartsWith("https:", StringComparison.Ordinal) == false);
        rules.Refuse(
            "A032221",
            "subjectType",
            "PAIRWISE needs a sector identifier or redirect URIs on one host",
            call.Text("subjectType") == "PAIRWISE" && call.Text("sectorIdentifierUri") is null && RedirectHosts(call) > 1);
        rules.Refuse(
            "A032223",
            "customMetadata",
            "is not a JSON object",
            call.Text("customMetadata") is { } metadata && !Json.TryParseObject(metadata, out _));
    }

    private static void CheckEncryption(ApiCall call, FieldRules rules)
    {
        foreach (var (prefix, code) in new[]
        {
            ("idToken", "A032211"), ("userInfo", "A032212"), ("request", "A032213"), ("authorization", "A032214"),
        })
        {
            var missing = call.Text(prefix + "EncryptionEnc") is not null && call.Text(prefix + "EncryptionAlg") is null;
            rules.Refuse(code, prefix + "EncryptionAlg", "is needed, for the other encryption algorithm is set", missing);
        }
    }

    private static void CheckCertificateSubject(ApiCall call, FieldRules rules)
    {
        string[] subjects = ["tlsClientAuthSubjectDn", "tlsClientAuthSanDns", "tlsClientAuthSanUri", "tlsClientAuthSanIp", "tlsClientAuthSanEmail"];
        var given = subjects.Count(name => call.Text(name) is not null);
        rules.Refuse("A032216", "tlsClientAuthSubjectDn", "and its alternatives exclude each other", given > 1);
        rules.Refuse(
            "A032217", "tlsClientAuthSubjectDn", "or an alternative is needed for the authentication method",
            given == 0 && call.Text("tokenAuthMethod") == "TLS_CLIENT_AUTH");
    }

    private static int RedirectHosts(ApiCall call) =>
        (call.Texts("redirectUris") ?? []).Select(uri => new Uri(uri).Host).Distinct(StringComparer.OrdinalIgnoreCase).Count();
}
