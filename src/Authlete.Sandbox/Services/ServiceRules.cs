using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;

namespace Authlete.Sandbox.Services;

/// <summary>The rules that a service's configuration must meet.</summary>
internal static class ServiceRules
{
    private static readonly string[] s_endpoints =
    [
        "issuer",
        "authorizationEndpoint",
        "tokenEndpoint",
        "revocationEndpoint",
        "introspectionEndpoint",
        "userInfoEndpoint",
        "jwksUri",
        "pushedAuthReqEndpoint",
        "registrationEndpoint",
        "registrationManagementEndpoint",
        "backchannelAuthenticationEndpoint",
        "deviceAuthorizationEndpoint",
        "grantManagementEndpoint",
        "endSessionEndpoint",
        "federationRegistrationEndpoint",
    ];

    public static void Check(ApiCall call)
    {
        var rules = new FieldRules(call);
        rules.Refuse(
            "A039202",
            "supportedResponseTypes",
            "is missing",
            call.Body["supportedResponseTypes"] is not JsonArray { Count: > 0 }
        );
        rules.EnumeratedValues("Service");
        rules.ArrayElements("Service");
        rules.NotNegative("Service");
        foreach (var name in new[] { "backchannelPollingInterval", "deviceFlowPollingInterval", "allowableClockSkew" })
        {
            rules.AtMost(name, 65535);
        }

        rules.AtMost("userCodeLength", 255);
        foreach (var endpoint in s_endpoints)
        {
            rules.HttpsWithoutQueryOrFragment(endpoint);
        }

        rules.JwkSet("jwks");
        rules.JwkSet("federationJwks");
        rules.Attributes("A039231");
        rules.Refuse(
            "A039232",
            "supportedCustomClientMetadata",
            "has the name of a standard member",
            (call.Texts("supportedCustomClientMetadata") ?? []).Any(MetadataMember.IsReserved)
        );
        rules.Refuse(
            "A039230",
            "trustedRootCertificates",
            "has an element that is no certificate in PEM",
            !(call.Texts("trustedRootCertificates") ?? []).All(IsCertificate)
        );
        CheckScopes(call, rules);
        foreach (var name in new[] { "snsCredentials", "developerSnsCredentials" })
        {
            CheckSnsCredentials(call, rules, name);
        }
    }

    private static void CheckScopes(ApiCall call, FieldRules rules)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var scope in (call.Body["supportedScopes"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var name = (string?)scope["name"];
            rules.Refuse("A039204", "supportedScopes", "has a scope without a name", string.IsNullOrEmpty(name));
            rules.Refuse("A039206", "supportedScopes", "has a scope whose name has a forbidden character", !name!.All(IsScopeCharacter));
            rules.Refuse("A039203", "supportedScopes", "has a scope name twice", !seen.Add(name!));
            CheckDescriptions(scope, rules);
            CheckAttributes(scope, rules);
        }
    }

    private static void CheckDescriptions(JsonObject scope, FieldRules rules)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in scope["descriptions"] as JsonArray ?? [])
        {
            Refuse("A039216", "has an empty description", item is null);
            var tag = (string?)item!["tag"];
            Refuse("A039217", "has a description without a tag", string.IsNullOrEmpty(tag));
            Refuse("A039220", "has a description whose tag is not ASCII", !Ascii.IsValid(tag!));
            Refuse("A039218", "has a description's tag twice", !seen.Add(tag!));
            Refuse("A039221", "has a description without a value", string.IsNullOrEmpty((string?)item["value"]));
        }

        void Refuse(string code, string text, bool condition) =>
            rules.Refuse(code, "supportedScopes", $"has a scope that {text}", condition);
    }

    private static void CheckAttributes(JsonObject scope, FieldRules rules)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in scope["attributes"] as JsonArray ?? [])
        {
            Refuse("A039223", "has an empty attribute", item is null);
            var key = (string?)item!["key"];
            Refuse("A039224", "has an attribute without a key", string.IsNullOrEmpty(key));
            Refuse("A039226", "has an attribute whose key is not ASCII", !Ascii.IsValid(key!));
            Refuse("A039227", "has an attribute without a value", item["value"] is null);
            Refuse("A039229", "has an attribute's key twice", !seen.Add(key!));
        }

        void Refuse(string code, string text, bool condition) =>
            rules.Refuse(code, "supportedScopes", $"has a scope that {text}", condition);
    }

    private static void CheckSnsCredentials(ApiCall call, FieldRules rules, string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in (call.Body[name] as JsonArray ?? []).OfType<JsonObject>())
        {
            var sns = (string?)item["sns"];
            rules.Refuse(
                "A039210",
                name,
                "has an entry for an unknown network",
                sns is null || !ApiFacts.Current.Enum("Sns")!.Contains(sns)
            );
            rules.Refuse("A039209", name, "has a network twice", !seen.Add(sns!));
            rules.Refuse("A039211", name, "has an entry without a key", string.IsNullOrEmpty((string?)item["apiKey"]));
            rules.Refuse("A039213", name, "has a key that is not ASCII", !Ascii.IsValid((string?)item["apiKey"] ?? ""));
            rules.Refuse("A039215", name, "has a secret that is not ASCII", !Ascii.IsValid((string?)item["apiSecret"] ?? ""));
        }
    }

    private static bool IsCertificate(string text)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(text);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>RFC 6749, section 3.3.</summary>
    private static bool IsScopeCharacter(char character) => character is '!' or (>= '#' and <= '[') or (>= ']' and <= '~');
}
