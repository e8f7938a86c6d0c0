using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>How long tokens live, in seconds.</summary>
internal static class Durations
{
    /// <summary>What a service without a duration of its own gets.</summary>
    private const long Default = 86400;

    public static long OrDefault(long seconds) => seconds > 0 ? seconds : Default;

    public static long AccessToken(ClientRecord client, IEnumerable<string> scopes, long requested = 0) =>
        requested > 0 ? requested : Smallest(client, scopes, "accessTokenDuration", "access_token.duration");

    public static long RefreshToken(ClientRecord client, IEnumerable<string> scopes, long requested = 0) =>
        requested > 0 ? requested : Smallest(client, scopes, "refreshTokenDuration", "refresh_token.duration");

    /// <summary>The service's value, lowered by the smallest of the scopes' attributes and by the client's value.</summary>
    private static long Smallest(ClientRecord client, IEnumerable<string> scopes, string member, string attribute)
    {
        var service = client.Service;
        var limits = scopes.SelectMany(name => service.Scope(name)?.Objects("attributes") ?? [])
            .Where(pair => pair.Text("key") == attribute)
            .Select(pair => long.TryParse(pair.Text("value"), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0)
            .Append(client.Document.Object("extension")?.Number(member) ?? 0)
            .Where(limit => limit > 0);
        return limits.Append(OrDefault(service.Document.Number(member))).Min();
    }
}
