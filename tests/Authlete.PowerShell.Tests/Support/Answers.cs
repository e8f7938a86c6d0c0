using System.Linq;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>Responses with the members that the server always writes.</summary>
internal static class Answers
{
    /// <param name="clientId">The ID.</param>
    /// <param name="members">Further members, as JSON text.</param>
    public static string Client(long clientId, string members = "") =>
        $$"""{"clientId":{{clientId}},"createdAt":1,"clientIdAliasEnabled":true,"defaultMaxAge":0{{Further(members)}}}""";

    /// <param name="apiKey">The API key.</param>
    /// <param name="members">Further members, as JSON text.</param>
    public static string Service(long apiKey, string members = "") =>
        $$"""{"apiKey":{{apiKey}},"createdAt":1,"accessTokenDuration":0,"refreshTokenDuration":0{{Further(members)}}}""";

    /// <param name="totalCount">The total number of clients.</param>
    /// <param name="ids">The IDs of the clients on the page.</param>
    public static string Clients(int totalCount, params long[] ids) =>
        $$"""{"totalCount":{{totalCount}},"clients":[{{string.Join(',', ids.Select(id => $"{{\"clientId\":{id}}}"))}}]}""";

    private static string Further(string members) => members.Length == 0 ? "" : "," + members;
}
