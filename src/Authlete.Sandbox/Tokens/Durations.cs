using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>Lifetimes of tokens, in seconds.</summary>
internal static class Durations
{
    /// <summary>The value for a service without a duration.</summary>
    private const long Default = 86400;

    /// <summary>About 300 years. A longer duration would overflow in milliseconds.</summary>
    private const long Longest = 10_000_000_000;

    public static long OrDefault(long seconds, long initial = Default) => seconds > 0 ? Math.Min(seconds, Longest) : initial;

    public static long AccessToken(ClientRecord client, IEnumerable<string> scopes, long requested = 0) =>
        requested > 0 ? OrDefault(requested) : Smallest(client, scopes, "accessTokenDuration", "access_token.duration");

    public static long RefreshToken(ClientRecord client, IEnumerable<string> scopes, long requested = 0) =>
        requested > 0 ? OrDefault(requested) : Smallest(client, scopes, "refreshTokenDuration", "refresh_token.duration");

    /// <summary>The service's value, lowered by the smallest of the scopes' attributes and by the client's value.</summary>
    private static long Smallest(ClientRecord client, IEnumerable<string> scopes, string member, string attribute)
    {
        var service = client.Service;
        var limits = scopes
            .SelectMany(name => service.Scope(name)?.Objects("attributes") ?? [])
            .Where(pair => pair.Text("key") == attribute)
            .Select(pair => long.TryParse(pair.Text("value"), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0)
            .Append(client.Document.Object("extension")?.Number(member) ?? 0)
            .Where(limit => limit > 0);
        return limits.Append(OrDefault(service.Document.Number(member))).Min();
    }
}
