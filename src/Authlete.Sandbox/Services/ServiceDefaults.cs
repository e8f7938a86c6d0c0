using System;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Services;

/// <summary>Creates the configuration of a service from a request.</summary>
internal static class ServiceDefaults
{
    public static JsonObject Complete(JsonObject sent, int number, long apiKey, long now)
    {
        var json = WithDefaults(sent);
        json["number"] = number;
        json["serviceOwnerNumber"] = Installation.OwnerNumber;
        json["apiKey"] = apiKey;
        json["apiSecret"] = Secrets.NewToken();
        json.SetTimes(now, now);
        return json;
    }

    /// <summary>Replaces the configuration, except for values that the server assigned.</summary>
    public static JsonObject Replace(JsonObject sent, JsonObject current, long now)
    {
        var json = WithDefaults(sent);
        json.Keep(current, "number", "serviceOwnerNumber", "apiKey", "apiSecret");
        json.SetTimes((long)current["createdAt"]!, now);
        return json;
    }

    private static JsonObject WithDefaults(JsonObject sent)
    {
        var json = ServerAssigned.WithDefaults("Service", sent);
        json.Default("supportedClaimTypes", new JsonArray("NORMAL"));
        json.Default("supportedDisplays", new JsonArray("PAGE"));
        json.Remove("hsks");
        json["supportedScopes"] = Scopes(json["supportedScopes"] as JsonArray);
        return json;
    }

    /// <summary>Scopes are returned in alphabetical order.</summary>
    private static JsonArray? Scopes(JsonArray? sent) =>
        sent is null
            ? null
            : new JsonArray([
                .. sent.OfType<JsonObject>()
                    .Select(scope => ServerAssigned.WithDefaults("Scope", scope))
                    .OrderBy(scope => (string?)scope["name"], StringComparer.Ordinal),
            ]);
}
