using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using Microsoft.IdentityModel.Tokens;

namespace Authlete.Sandbox.State;

/// <summary>A service: its keys, its configuration and its clients.</summary>
internal sealed class ServiceRecord
{
    private readonly ConcurrentDictionary<long, ClientRecord> _clients = new();
    private volatile Version _current;
    private volatile bool _deleted;

    public ServiceRecord(int number, long apiKey, Document document)
    {
        Number = number;
        ApiKey = apiKey;
        _current = new Version(document);
    }

    public int Number { get; }

    public long ApiKey { get; }

    public string ApiKeyText => ApiKey.ToString(CultureInfo.InvariantCulture);

    public string ApiSecret => Document.Text("apiSecret") ?? "";

    public Document Document => _current.Document;

    /// <summary>The service's JWK Set; null if it has none.</summary>
    public JsonWebKeySet? Keys => _current.Keys.Value;

    public string Issuer => Document.Text("issuer") ?? "";

    public bool Deleted => _deleted;

    /// <summary>Locked while a client alias is checked and assigned, or the configuration is replaced.</summary>
    public Lock Gate { get; } = new();

    public IEnumerable<ClientRecord> Clients => _clients.Values.Where(client => !client.Deleted).OrderBy(client => client.Number);

    /// <summary>The service's keys in the HSM.</summary>
    public HskTable Hsks { get; } = new();

    public void Add(ClientRecord client) => _clients[client.Id] = client;

    public void Change(Func<JsonObject, JsonObject> change)
    {
        lock (Gate)
        {
            _current = new Version(Document.Of(change(Document.ToObject())));
        }
    }

    public bool TryDelete()
    {
        lock (Gate)
        {
            if (_deleted)
            {
                return false;
            }

            return _deleted = true;
        }
    }

    /// <summary>The scopes among <paramref name="names"/> that the service has and the client can request, sorted.</summary>
    public IReadOnlyList<string> Requestable(ClientRecord client, IEnumerable<string> names)
    {
        var extension = client.Document.Object("extension");
        var limited = extension?.Flag("requestableScopesEnabled") ?? false;
        return Sorted(names.Where(name => Scope(name) is not null && (!limited || extension!.Lists("requestableScopes", name))));
    }

    /// <summary>The scopes among <paramref name="names"/> that the service has, sorted.</summary>
    public IReadOnlyList<string> Known(IEnumerable<string> names) => Sorted(names.Where(name => Scope(name) is not null));

    public Document? Scope(string name) => Document.Objects("supportedScopes").FirstOrDefault(scope => scope.Text("name") == name);

    public IReadOnlyList<string> DefaultScopes =>
        Sorted(Document.Objects("supportedScopes").Where(scope => scope.Flag("defaultEntry")).Select(scope => scope.Text("name")!));

    public JsonObject ToJson()
    {
        var json = Document.ToObject();
        json["metadata"] = new JsonArray(
            new JsonObject { ["key"] = "clientCount", ["value"] = Clients.Count().ToString(CultureInfo.InvariantCulture) }
        );
        if (Hsks.Keys is { Count: > 0 } keys)
        {
            json["hsks"] = new JsonArray([.. keys.Select(key => key.ToJson())]);
        }

        return Json.Sorted(json);
    }

    private static string[] Sorted(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private sealed class Version(Document document)
    {
        public Document Document { get; } = document;

        public Lazy<JsonWebKeySet?> Keys { get; } = new(() => document.Text("jwks") is { } jwks ? new JsonWebKeySet(jwks) : null);
    }
}
