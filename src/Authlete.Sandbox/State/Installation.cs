using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;

namespace Authlete.Sandbox.State;

/// <summary>The state of the sandbox: one owner, services, clients, and their pending requests and tokens.</summary>
internal sealed class Installation(TimeProvider clock, string? ownerApiKey = null, string? ownerApiSecret = null)
{
    private readonly ConcurrentDictionary<long, ServiceRecord> _services = new();
    private readonly ConcurrentDictionary<long, ClientRecord> _clients = new();
    private readonly ConcurrentDictionary<Type, object> _stores = new();
    private int _lastServiceNumber;
    private int _lastClientNumber;

    public const int OwnerNumber = 1;

    public TimeProvider Clock { get; } = clock;

    public string OwnerApiKey { get; } = ownerApiKey ?? Secrets.NewIdentifier().ToString(CultureInfo.InvariantCulture);

    public string OwnerApiSecret { get; } = ownerApiSecret ?? Secrets.NewToken();

    /// <summary>The keys in the HSM that the owner created.</summary>
    public HskTable OwnerHsks { get; } = new();

    /// <summary>The store of a kind; each feature has its own.</summary>
    public T Store<T>()
        where T : class, new() => (T)_stores.GetOrAdd(typeof(T), static _ => new T());

    public IEnumerable<ServiceRecord> Services => _services.Values.Where(service => !service.Deleted).OrderBy(service => service.Number);

    public ServiceRecord? FindService(string apiKey) =>
        long.TryParse(apiKey, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? _services.GetValueOrDefault(key) : null;

    /// <summary>Adds a service; <paramref name="complete"/> creates the configuration from the assigned numbers.</summary>
    public ServiceRecord AddService(Func<int, long, JsonObject> complete, long? apiKey = null)
    {
        var number = Interlocked.Increment(ref _lastServiceNumber);
        var key = apiKey ?? Secrets.NewIdentifier();
        var service = new ServiceRecord(number, key, Document.Of(complete(number, key)));
        _services[key] = service;
        return service;
    }

    /// <summary>Adds a client; <paramref name="complete"/> creates the configuration from the assigned numbers.</summary>
    public ClientRecord AddClient(ServiceRecord service, Func<int, long, JsonObject> complete, string? registrationAccessToken = null)
    {
        var number = Interlocked.Increment(ref _lastClientNumber);
        var id = Secrets.NewIdentifier();
        var client = new ClientRecord(service, number, id, Document.Of(complete(number, id)))
        {
            RegistrationAccessTokenHash = registrationAccessToken is null ? null : Secrets.Hash(registrationAccessToken),
        };
        _clients[id] = client;
        service.Add(client);
        return client;
    }

    public ClientRecord? FindClient(long id) => _clients.GetValueOrDefault(id);

    /// <summary>Finds a client by its ID or, if enabled for the service and the client, its alias.</summary>
    public ClientMatch FindClient(ServiceRecord service, string identifier)
    {
        var isNumber = long.TryParse(identifier, NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        var client = isNumber ? FindClient(id) : null;
        if (client is not null)
        {
            return new ClientMatch(StatusOf(service, client), client, AliasUsed: false);
        }

        var named = service.Clients.FirstOrDefault(candidate => candidate.Alias == identifier);
        if (named is null)
        {
            return new ClientMatch(isNumber ? ClientStatus.Unknown : ClientStatus.NoIdentifier, null, AliasUsed: false);
        }

        return named.AliasEnabled
            ? new ClientMatch(StatusOf(service, named), named, AliasUsed: true)
            : new ClientMatch(ClientStatus.AliasOff, null, AliasUsed: true);
    }

    /// <summary>Marks a service as deleted, and removes the tokens of its clients.</summary>
    public bool TryDelete(ServiceRecord service)
    {
        if (!service.TryDelete())
        {
            return false;
        }

        Forget(client => client.Service == service);
        return true;
    }

    /// <summary>Marks a client as deleted, and removes its tokens.</summary>
    public bool TryDelete(ClientRecord client)
    {
        if (!client.TryDelete())
        {
            return false;
        }

        Forget(candidate => candidate == client);
        return true;
    }

    private void Forget(Func<ClientRecord, bool> condition)
    {
        foreach (var store in _stores.Values.OfType<IClientStore>())
        {
            store.Forget(condition);
        }
    }

    private static ClientStatus StatusOf(ServiceRecord service, ClientRecord client) =>
        client.Service != service ? ClientStatus.Foreign
        : client.Deleted ? ClientStatus.Deleted
        : client.Locked ? ClientStatus.Locked
        : ClientStatus.Found;
}
