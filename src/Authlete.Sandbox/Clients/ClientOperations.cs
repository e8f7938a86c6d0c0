using System;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Clients;

/// <summary>/client/create, get, get/list, update, delete and lock_flag/update.</summary>
internal static class ClientOperations
{
    private static readonly ClientCodes s_getCodes = new("A027201", "A027202", "A027203", "A027204", "A001216", "A001222");
    private static readonly ClientCodes s_updateCodes = new("A029201", "A029202", "A029203", "A029204", "A001216", "A001216");
    private static readonly ClientCodes s_deleteCodes = new("A026201", "A026202", "A026203", "A026204", "A001216", "A001216");

    public static ApiAnswer Create(ApiCall call)
    {
        ClientRules.Check(call);
        lock (call.Service.Gate)
        {
            CheckAlias(call, null, "A123603");
            CheckLimit(call);
            var client = call.Installation.AddClient(
                call.Service,
                (number, id) => ClientDefaults.Complete(call.Body, call.Service, number, id, call.Now)
            );
            return ApiAnswer.Of(client.Document.ToObject());
        }
    }

    /// <summary>Returns a client by its ID or, unlike other operations with an ID in the path, by its alias.</summary>
    public static ApiAnswer Get(ApiCall call)
    {
        var match = call.Installation.FindClient(call.Service, call.Variable);
        return match.Status == ClientStatus.Found
            ? ApiAnswer.Of(match.Client!.Document.ToObject())
            : throw ClientLookup.NotUsable(call, s_getCodes, match.Status);
    }

    public static ApiAnswer List(ApiCall call)
    {
        var (start, end) = call.Page(("A028201", "A028202"), ("A028203", "A028204"));
        var developer = call.Query.First("developer") is { Length: > 0 } text ? text : null;
        var clients = call.Service.Clients.Where(client => developer is null || client.Document.Text("developer") == developer).ToList();
        return ApiAnswer.Of(
            Json.Sorted(
                new JsonObject
                {
                    ["clients"] = new JsonArray([.. clients.Skip(start).Take(end - start).Select(client => client.Document.ToObject())]),
                    ["developer"] = developer,
                    ["end"] = end,
                    ["start"] = start,
                    ["totalCount"] = clients.Count,
                }
            )
        );
    }

    public static ApiAnswer Update(ApiCall call)
    {
        var client = ClientLookup.Find(call, s_updateCodes);
        ClientRules.Check(call);
        lock (call.Service.Gate)
        {
            CheckAlias(call, client, "A030601");
            var document = client.Change(current => ClientDefaults.Replace(call.Body, current, call.Service, call.Now));
            return ApiAnswer.Of(document.ToObject().JustModified(call.Now));
        }
    }

    public static ApiAnswer Delete(ApiCall call)
    {
        if (call.Installation.TryDelete(ClientLookup.Find(call, s_deleteCodes)))
        {
            return ApiAnswer.NoContent;
        }

        var (code, text) = s_deleteCodes.For(ClientStatus.Deleted);
        throw call.Fail(404, code, text);
    }

    public static ApiAnswer UpdateLockFlag(ApiCall call)
    {
        var match = call.Installation.FindClient(call.Service, call.Variable);
        if (match.Status is not (ClientStatus.Found or ClientStatus.Locked))
        {
            var (code, text) = (ClientCodes.Shared with { Deleted = "A293202" }).For(match.Status);
            throw call.Fail(ClientLookup.StatusOf(match.Status), code, text);
        }

        var locked = call.Flag("clientLocked");
        var changed = false;
        match.Client!.Change(current =>
        {
            changed = (bool)current["locked"]! != locked;
            if (!changed)
            {
                return current;
            }

            current["locked"] = locked;
            current["modifiedAt"] = Times.Rounded(call.Now);
            return current;
        });
        if (changed)
        {
            return call.Reply("A293001", locked ? "The client is now locked." : "The client is now unlocked.");
        }

        throw locked
            ? call.Fail(400, "A293203", "the client is locked already.")
            : call.Fail(400, "A293204", "the client is unlocked already.");
    }

    private static void CheckLimit(ApiCall call)
    {
        var limit = call.Service.Document.Number("clientsPerDeveloper");
        if (limit == 0)
        {
            return;
        }

        var developer = ClientDefaults.Developer(call.Body, call.Service);
        if (call.Service.Clients.Count(client => client.Document.Text("developer") == developer) >= limit)
        {
            throw call.Fail(400, "A123601", $"the developer '{developer}' has as many clients as the service allows ({limit}).");
        }
    }

    private static void CheckAlias(ApiCall call, ClientRecord? self, string code)
    {
        var alias = call.Text("clientIdAlias");
        if (
            alias is not null
            && call.Service.Clients.Any(client => client != self && string.Equals(client.Alias, alias, StringComparison.Ordinal))
        )
        {
            throw call.Fail(400, code, $"the alias '{alias}' is taken by another client of the service.");
        }
    }
}
