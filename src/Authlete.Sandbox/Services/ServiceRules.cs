using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Hosting;

namespace Authlete.Sandbox.Services;

/// <summary>What a service's configuration must satisfy to be stored.</summary>
internal static class ServiceRules
{
    private static readonly string[] Endpoints =
    [
        "issuer", "authorizationEndpoint", "tokenEndpoint", "revocationEndpoint", "introspectionEndpoint", "userInfoEndpoint", "jwksUri",
        "pushedAuthReqEndpoint", "registrationEndpoint", "registrationManagementEndpoint", "backchannelAuthenticationEndpoint",
        "deviceAuthorizationEndpoint", "grantManagementEndpoint", "endSessionEndpoint", "federationRegistrationEndpoint",
    ];

    public static void Check(ApiCall call)
    {
        var rules = new FieldRules(call);
        rules.Refuse("A039202", "supportedResponseTypes", "is missing", call.Body["supportedResponseTypes"] is not JsonArray { Count: > 0 });
        rules.EnumeratedValues("Service");
        rules.NotNegative("Service");
        foreach (var name in new[] { "backchannelPollingInterval", "deviceFlowPollingInterval", "allowableClockSkew" }) rules.AtMost(name, 65535);
        rules.AtMost("userCodeLength", 255);
        foreach (var endpoint in Endpoints) rules.HttpsWithoutQueryOrFragment(endpoint);
        rules.JwkSet("jwks");
        rules.JwkSet("federationJwks");
        CheckScopes(call, rules);
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
        }
    }

    /// <summary>RFC 6749, section 3.3.</summary>
    private static bool IsScopeCharacter(char character) => character is '!' or (>= '#' and <= '[') or (>= ']' and <= '~');
}
