using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;

namespace Authlete.Sandbox.Tokens;

/// <summary>The <c>properties</c> of requests and responses.</summary>
internal static class TokenProperties
{
    /// <summary>The properties of a request, or null when the member is absent.</summary>
    public static IReadOnlyList<TokenProperty>? Read(ApiCall call) =>
        call.Body["properties"] is JsonArray array
            ?
            [
                .. array
                    .OfType<JsonObject>()
                    .Where(item => item["key"] is not null)
                    .Select(item => new TokenProperty((string)item["key"]!, (string?)item["value"], (bool?)item["hidden"] ?? false)),
            ]
            : null;

    public static Reply WithProperties(this Reply reply, IReadOnlyList<TokenProperty> properties) =>
        reply.With("properties", properties.Count == 0 ? null : new JsonArray([.. properties.Select(ToJson)]));

    /// <summary>Adds the visible properties to a token response, or as claims to a JWT.</summary>
    public static void AddVisible(this JsonObject json, IEnumerable<TokenProperty> properties)
    {
        foreach (var property in properties.Where(property => !property.Hidden && !json.ContainsKey(property.Key)))
        {
            json[property.Key] = property.Value;
        }
    }

    public static JsonObject ToJson(TokenProperty property)
    {
        var json = new JsonObject { ["hidden"] = property.Hidden, ["key"] = property.Key };
        if (property.Value is not null)
        {
            json["value"] = property.Value;
        }

        return json;
    }
}
