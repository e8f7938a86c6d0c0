using System.Collections.Generic;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Scopes;

/// <summary>/client/granted_scopes/get and delete.</summary>
internal static class GrantedScopesOperations
{
    public static ApiAnswer Get(ApiCall call)
    {
        var client = ClientLookup.Find(call, ClientCodes.SharedById);
        var subject = call.QuerySubject("A139202");
        var granted = call.Installation.GrantedScopes.Find(client, subject);
        var reply = granted is null
            ? call.Reply("A139001", "There is no record of scopes that the user has granted to the client.")
            : call.Reply("A139002", "The scopes that the user has granted to the client were found.");
        return reply
            .With("serviceApiKey", call.Service.ApiKey)
            .With("clientId", client.Id)
            .With("subject", subject)
            .With("latestGrantedScopes", ToJson(granted?.Latest))
            .With("mergedGrantedScopes", ToJson(granted?.Merged))
            .With("modifiedAt", granted is null ? 0 : Times.Rounded(granted.ModifiedAt));
    }

    public static ApiAnswer Delete(ApiCall call)
    {
        var client = ClientLookup.Find(call, ClientCodes.SharedById);
        return call.Installation.GrantedScopes.Remove(client, call.QuerySubject("A140202"))
            ? call.Reply("A140002", "The record of the scopes that the user has granted to the client was deleted.")
            : call.Reply("A140001", "There is no record of scopes that the user has granted to the client.");
    }

    /// <summary>An empty list is written, unlike elsewhere, because it shows that a record exists.</summary>
    private static JsonArray? ToJson(IReadOnlyList<string>? scopes) => scopes is null ? null : Json.Array(scopes);
}
