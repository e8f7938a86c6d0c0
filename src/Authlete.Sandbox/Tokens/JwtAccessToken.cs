using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>JWT access tokens (RFC 9068), for services with a signing algorithm for them.</summary>
internal static class JwtAccessToken
{
    private static readonly Dictionary<string, object> s_header = new() { ["typ"] = "at+jwt" };

    /// <summary>The JWT; null if the service issues opaque tokens. Its <c>jti</c> is the opaque token.</summary>
    /// <param name="record">The token as it is stored.</param>
    /// <param name="accessToken">The opaque token.</param>
    /// <param name="now">The time of issue, in milliseconds.</param>
    /// <param name="claims">Further claims, a JSON object, which do not overwrite the server's.</param>
    public static string? Write(TokenRecord record, string accessToken, long now, string? claims)
    {
        var service = record.Client.Service.Document;
        if (service.Text("accessTokenSignAlg") is not { } algorithm || algorithm == "NONE")
        {
            return null;
        }

        if (algorithm.StartsWith("HS", StringComparison.Ordinal))
        {
            throw ProtocolException.OfService("A050202", "JWT access tokens must be signed with an asymmetric algorithm.");
        }

        var payload = new JsonObject
        {
            ["iss"] = record.Client.Service.Issuer,
            ["sub"] = record.Subject ?? record.Client.Id.ToString(CultureInfo.InvariantCulture),
            ["client_id"] = record.Client.Id.ToString(CultureInfo.InvariantCulture),
            ["iat"] = now / 1000,
            ["exp"] = record.AccessTokenExpiresAt / 1000,
            ["jti"] = accessToken,
        };
        if (record.Resources.Count > 0)
        {
            payload["aud"] = Json.Array(record.Resources);
        }

        if (record.Scopes.Count > 0)
        {
            payload["scope"] = string.Join(' ', record.Scopes);
        }

        if (record.AuthTime > 0)
        {
            payload["auth_time"] = record.AuthTime;
        }

        if (record.Acr is not null)
        {
            payload["acr"] = record.Acr;
        }

        if (record.Binding.Confirmation() is { } confirmation)
        {
            payload["cnf"] = confirmation;
        }

        if (record.AuthorizationDetails is { } details)
        {
            payload["authorization_details"] = details.ToJson();
        }

        if (claims is not null && Json.TryParseObject(claims, out var members))
        {
            foreach (var (name, value) in members.Where(member => !payload.ContainsKey(member.Key)))
            {
                payload[name] = value?.DeepClone();
            }
        }

        payload.AddVisible(record.Properties);

        return Jose.Sign(record.Client, algorithm, service.Text("accessTokenSignatureKeyId"), payload, s_header);
    }
}
