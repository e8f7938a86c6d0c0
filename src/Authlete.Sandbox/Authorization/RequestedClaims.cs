using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Authorization;

/// <summary>The claims and contexts that <c>claims</c> and <c>acr_values</c> request (OpenID Connect Core, section 5.5).</summary>
internal sealed record RequestedClaims
{
    /// <summary>The <c>id_token</c> part, a JSON object.</summary>
    public string? IdToken { get; init; }

    /// <summary>The <c>userinfo</c> part, a JSON object.</summary>
    public string? UserInfo { get; init; }

    /// <summary>The names of the claims requested in the ID token.</summary>
    public IReadOnlyList<string> IdTokenNames { get; init; } = [];

    /// <summary>The user that must be logged in.</summary>
    public string? Subject { get; init; }

    public IReadOnlyList<string> Acrs { get; init; } = [];

    public bool AcrEssential { get; init; }

    public static RequestedClaims Parse(string? claims, IReadOnlyList<string> acrValues)
    {
        if (claims is null)
        {
            return new RequestedClaims { Acrs = acrValues };
        }

        if (!Json.TryParseObject(claims, out var root))
        {
            throw Invalid("A022303", "The claims parameter is not a JSON object.");
        }

        var userInfo = Part(root, "userinfo", "A022304");
        var idToken = Part(root, "id_token", "A022305");
        foreach (var (name, entry) in (userInfo ?? []).Concat(idToken ?? []))
        {
            CheckEntry(name, entry);
        }

        var acr = idToken?["acr"] as JsonObject;
        var essentialAcrs = Values(acr);
        return new RequestedClaims
        {
            IdToken = idToken is null ? null : Json.Write(idToken),
            UserInfo = userInfo is null ? null : Json.Write(userInfo),
            IdTokenNames = [.. (idToken ?? []).Select(claim => claim.Key).Where(name => name is not ("acr" or "sub"))],
            Subject = Values(idToken?["sub"] as JsonObject) is [var subject, ..] ? subject : null,
            Acrs = essentialAcrs.Count > 0 ? essentialAcrs : acrValues,
            AcrEssential = (bool?)acr?["essential"] ?? false,
        };
    }

    private static JsonObject? Part(JsonObject root, string name, string code) =>
        root[name] switch
        {
            null => null,
            JsonObject part => part,
            _ => throw Invalid(code, $"The member '{name}' of the claims parameter is not a JSON object."),
        };

    private static void CheckEntry(string name, JsonNode? entry)
    {
        if (entry is null)
        {
            return;
        }

        if (entry is not JsonObject members)
        {
            throw Invalid("A023301", $"The entry of the claim '{name}' is not a JSON object.");
        }

        if (members["essential"] is { } essential && essential.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
        {
            throw Invalid("A023302", $"'essential' of the claim '{name}' is not a Boolean.");
        }

        if (name is not ("sub" or "acr"))
        {
            return;
        }

        if (members["value"] is { } value && value.GetValueKind() != JsonValueKind.String)
        {
            throw Invalid("A023303", $"'value' of the claim '{name}' has the wrong type.");
        }

        if (
            members["values"] is { } values
            && (values is not JsonArray array || array.Any(item => item?.GetValueKind() != JsonValueKind.String))
        )
        {
            throw Invalid("A023305", $"'values' of the claim '{name}' has the wrong type.");
        }
    }

    private static IReadOnlyList<string> Values(JsonObject? entry) =>
        (string?)entry?["value"] is { } value ? [value]
        : entry?["values"] is JsonArray values ? [.. values.Select(item => (string)item!)]
        : [];

    private static ProtocolException Invalid(string code, string text) => new(code, OAuthErrors.InvalidRequest, text);
}
