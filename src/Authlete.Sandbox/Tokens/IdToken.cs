using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>Writes ID tokens (OpenID Connect Core, section 2).</summary>
internal static class IdToken
{
    /// <param name="client">The client that the token is for.</param>
    /// <param name="authentication">The user.</param>
    /// <param name="now">The time of issue, in milliseconds.</param>
    /// <param name="nonce">The nonce of the authorization request, if there was one.</param>
    /// <param name="accessToken">The access token that is issued with it, for its hash.</param>
    /// <param name="code">The authorization code that is issued with it, for its hash.</param>
    /// <param name="state">The state of the authorization request, if there was one, for its hash.</param>
    /// <param name="audienceType">"string" for an audience that isn't an array; null for the service's setting.</param>
    public static string Write(
        ClientRecord client,
        Authentication authentication,
        long now,
        string? nonce,
        string? accessToken = null,
        string? code = null,
        string? state = null,
        string? audienceType = null
    )
    {
        var service = client.Service.Document;
        var algorithm = client.Document.Text("idTokenSignAlg") ?? "RS256";
        if (algorithm == "NONE")
        {
            throw new ProtocolException("A046301", OAuthErrors.ServerError, "ID tokens must be signed.");
        }

        var audience = client.Id.ToString(CultureInfo.InvariantCulture);
        var issuedAt = now / 1000;
        var payload = new JsonObject
        {
            ["iss"] = client.Service.Issuer,
            ["sub"] = authentication.Sub ?? authentication.Subject,
            ["aud"] = (audienceType ?? service.Text("idTokenAudType")) == "string" ? audience : new JsonArray(audience),
            ["exp"] = issuedAt + Durations.OrDefault(service.Number("idTokenDuration")),
            ["iat"] = issuedAt,
        };
        if (authentication.AuthTime > 0)
        {
            payload["auth_time"] = authentication.AuthTime;
        }

        if (authentication.Acr is not null)
        {
            payload["acr"] = authentication.Acr;
        }

        if (nonce is not null)
        {
            payload["nonce"] = nonce;
        }

        if (accessToken is not null)
        {
            payload["at_hash"] = Jose.HalfHash(algorithm, accessToken);
        }

        if (code is not null)
        {
            payload["c_hash"] = Jose.HalfHash(algorithm, code);
        }

        if (!string.IsNullOrEmpty(state))
        {
            payload["s_hash"] = Jose.HalfHash(algorithm, state);
        }

        AddClaims(payload, authentication.Claims);
        return Jose.Sign(client, algorithm, service.Text("idTokenSignatureKeyId"), payload, Header(authentication.IdTokenHeader));
    }

    /// <summary>Adds the user's claims without overwriting those of the server.</summary>
    private static void AddClaims(JsonObject payload, string? claims)
    {
        if (claims is null || !Json.TryParseObject(claims, out var members))
        {
            return;
        }

        foreach (var (name, value) in members.Where(member => !payload.ContainsKey(member.Key)))
        {
            payload[name] = value?.DeepClone();
        }
    }

    private static Dictionary<string, object>? Header(string? header) =>
        header is not null && Json.TryParseObject(header, out var members)
            ? members
                .Where(member => member.Value is not null && member.Key is not ("alg" or "kid"))
                .ToDictionary(member => member.Key, member => HeaderValue(member.Value!))
            : null;

    private static object HeaderValue(JsonNode value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => (double)value,
            _ => JsonDocument.Parse(value.ToJsonString()).RootElement,
        };
}
