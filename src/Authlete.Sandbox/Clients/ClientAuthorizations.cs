using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Clients;

/// <summary>/client/authorization/get/list, update and delete: the clients that have tokens of a user, and those tokens.</summary>
internal static class ClientAuthorizations
{
    public static ApiAnswer List(ApiCall call)
    {
        var (start, end) = call.Page(("A136201", "A136202"), ("A136203", "A136204"));
        var subject = call.QuerySubject("A136206");
        var developer = call.Query.First("developer") is { Length: > 0 } text ? text : null;
        var authorized = call.Installation.Tokens.Where(record => record.Subject == subject).Select(record => record.Client).ToHashSet();
        var clients = call
            .Service.Clients.Where(client =>
                authorized.Contains(client) && (developer is null || client.Document.Text("developer") == developer)
            )
            .ToList();
        return ApiAnswer.Typed(
            "authorizedClientListResponse",
            new JsonObject
            {
                ["clients"] = new JsonArray([.. clients.Skip(start).Take(end - start).Select(client => client.Document.ToObject())]),
                ["developer"] = developer,
                ["end"] = end,
                ["start"] = start,
                ["subject"] = subject,
                ["totalCount"] = clients.Count,
            }
        );
    }

    public static ApiAnswer Update(ApiCall call)
    {
        var client = ClientLookup.Find(call, ClientCodes.SharedById);
        var subject = call.Text("subject");
        if (string.IsNullOrEmpty(subject))
        {
            throw call.Fail(400, "A138201", "'subject' is missing.");
        }

        var scopes = call.Texts("scopes") is { } given ? call.Service.Known(given) : null;
        var store = call.Installation.Tokens;
        var count = store.Where(record => Concerns(record, client, subject)).Count(record => TrySetScopes(store, record, scopes));
        return call.Reply("A138001", Counted("updated", count, client));
    }

    public static ApiAnswer Delete(ApiCall call)
    {
        var client = ClientLookup.Find(call, ClientCodes.SharedById);
        var subject = call.QuerySubject("A137202");
        var count = call.Installation.Tokens.Remove(record => Concerns(record, client, subject));
        return call.Reply("A137001", Counted("deleted", count, client));
    }

    private static bool Concerns(TokenRecord record, ClientRecord client, string subject) =>
        record.Client == client && record.Subject == subject;

    /// <summary>Changes the latest state of the token; false if it no longer exists.</summary>
    private static bool TrySetScopes(TokenStore store, TokenRecord record, IReadOnlyList<string>? scopes)
    {
        for (var current = record; current is not null; current = store.Where(other => other.Number == record.Number).SingleOrDefault())
        {
            if (scopes is null || store.TryReplace(current, current with { Scopes = scopes }))
            {
                return true;
            }
        }

        return false;
    }

    private static string Counted(string verb, int count, ClientRecord client) =>
        $"{count} access token(s) of the client (ID = {client.Id}) of the service (API key = {client.Service.ApiKey}) were {verb}.";
}
