using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Models;
using Authlete.Configuration.Fields;
using Authlete.Configuration.Folder;
using Authlete.Configuration.Matching;

namespace Authlete.Configuration.Comparison;

/// <summary>A service and its clients as the server has them.</summary>
internal sealed class LiveConfiguration
{
    private readonly string _apiKey;
    private readonly List<ConfigurationObject> _clients = [];

    /// <param name="apiKey">The API key of the service.</param>
    /// <param name="service">The service; null if it can't be read.</param>
    public LiveConfiguration(string apiKey, Service? service)
    {
        _apiKey = apiKey;
        Service = service is null ? null : ConfigurationObject.FromServer(service, apiKey);
    }

    public string ApiKey => _apiKey;

    public ConfigurationObject? Service { get; }

    public IReadOnlyList<ConfigurationObject> Clients => _clients;

    public void AddClient(Client client) => _clients.Add(ConfigurationObject.FromServer(client, _apiKey));

    /// <summary>The differences between a folder and this, which is the other side.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="includeRegistered">Whether clients that registered themselves take part.</param>
    /// <param name="declaredOnly">Whether to look only at what the folder speaks of.</param>
    public DifferenceList CompareWith(ConfigurationFolder folder, bool includeRegistered, bool declaredOnly)
    {
        var pairs = Match(folder, includeRegistered);
        return new ConfigurationComparison(declaredOnly).Compare(folder.Service, Service, pairs);
    }

    /// <summary>Finds which client is which. What looks like a typo is refused.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="includeRegistered">Whether clients that registered themselves take part.</param>
    public IReadOnlyList<(ConfigurationObject? Reference, ConfigurationObject? Live)> Match(
        ConfigurationFolder folder,
        bool includeRegistered
    )
    {
        folder.CheckDoubts(Service, _clients);
        var left = includeRegistered ? [] : new HashSet<long?>(_clients.Where(client => client.IsRegistered).Select(client => client.Id));
        return ClientMatching.Match(
            [.. folder.Clients.Where(client => client.Id is null || !left.Contains(client.Id))],
            Labeled(folder.Ids.Of(_apiKey), includeRegistered),
            static (file, client) =>
                !new ConfigurationComparison(declaredOnly: false).CompareObjects(file with { Secrets = [], IsLocked = null }, client).Any()
        );
    }

    /// <summary>The differences between this, which is the reference, and another.</summary>
    /// <param name="other">The other side.</param>
    /// <param name="includeRegistered">Whether clients that registered themselves take part.</param>
    /// <param name="includeSecret">Whether secrets are compared.</param>
    public DifferenceList CompareTo(LiveConfiguration other, bool includeRegistered, bool includeSecret)
    {
        var none = new Dictionary<string, long>();
        var pairs = ClientMatching.Match(
            [.. Labeled(none, includeRegistered).Select(client => _apiKey == other._apiKey ? client : client with { Id = null })],
            other.Labeled(none, includeRegistered),
            static (left, right) => !new ConfigurationComparison(declaredOnly: false).CompareObjects(left, right).Any()
        );
        return new ConfigurationComparison(false).Compare(
            Reduce(Service),
            Reduce(other.Service),
            pairs.Select(pair => (Reduce(pair.Reference), Reduce(pair.Live)))
        );

        // A lock is no configuration: it is compared only where a file speaks of it.
        ConfigurationObject? Reduce(ConfigurationObject? item) =>
            item is null ? null : item with { Secrets = includeSecret ? item.Secrets : [], IsLocked = null };
    }

    /// <summary>The clients that take part, with the labels that an export would give them.</summary>
    private List<ConfigurationObject> Labeled(IReadOnlyDictionary<string, long> ids, bool includeRegistered)
    {
        var clients = _clients.Where(client => includeRegistered || !client.IsRegistered).ToList();
        var labels = ClientLabels.Choose(clients.Select(client => new ClientName(client.Id ?? 0, client.Alias, client.Name)), ids);
        return [.. clients.Select(client => client with { Label = labels[client.Id ?? 0] })];
    }
}
