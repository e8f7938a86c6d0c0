using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Models;
using Authlete.Configuration.Fields;
using Authlete.Configuration.Folder;
using Authlete.Configuration.Matching;

namespace Authlete.Configuration.Comparison;

/// <summary>A service and its clients on the server.</summary>
internal sealed class LiveConfiguration
{
    private readonly string _apiKey;
    private readonly ConfigurationFolder? _folder;
    private readonly Dictionary<long, ConfigurationObject> _files = [];
    private readonly List<ConfigurationObject> _clients = [];

    /// <param name="apiKey">The API key of the service.</param>
    /// <param name="service">The service; null if it can't be read.</param>
    /// <param name="folder">The folder to compare with; null for none.</param>
    public LiveConfiguration(string apiKey, Service? service, ConfigurationFolder? folder = null)
    {
        (_apiKey, _folder) = (apiKey, folder);
        foreach (var file in folder?.Clients.Where(file => file.Id is not null) ?? [])
        {
            _files[file.Id!.Value] = file;
        }

        if (service is not null)
        {
            Service = ConfigurationObject.FromServer(service, apiKey);
            folder?.PossibleTypos.RemoveKnown(service);
        }
    }

    public string ApiKey => _apiKey;

    public ConfigurationObject? Service { get; }

    public IReadOnlyList<ConfigurationObject> Clients => _clients;

    public void AddClient(Client client)
    {
        var item = ConfigurationObject.FromServer(client, _apiKey);
        _folder?.PossibleTypos.RemoveKnown(client);
        _clients.Add(_files.TryGetValue(item.Id ?? 0, out var file) && item.PackAs(file) is { } same ? same : item);
    }

    /// <summary>Returns the differences between the folder, as the reference, and this configuration.</summary>
    /// <param name="includeRegistered">Whether to include dynamically registered clients.</param>
    /// <param name="declaredOnly">Whether to compare only settings that the folder has.</param>
    public DifferenceList CompareWithFolder(bool includeRegistered, bool declaredOnly) =>
        new ConfigurationComparison(declaredOnly).Compare(_folder!.Service, Service, MatchFolder(includeRegistered));

    /// <summary>Matches the clients of the folder with those of the server. Rejects a folder with possible typos.</summary>
    /// <param name="includeRegistered">Whether to include dynamically registered clients.</param>
    public IReadOnlyList<(ConfigurationObject? Reference, ConfigurationObject? Live)> MatchFolder(bool includeRegistered)
    {
        _folder!.PossibleTypos.Check();
        var excluded = includeRegistered
            ? []
            : new HashSet<long?>(_clients.Where(client => client.IsRegistered).Select(client => client.Id));
        return ClientMatching.Match(
            [.. _folder.Clients.Where(client => client.Id is null || !excluded.Contains(client.Id))],
            LabelClients(_folder.Ids.Of(_apiKey), includeRegistered),
            static (file, client) =>
                !new ConfigurationComparison(declaredOnly: false).CompareObjects(file with { Secrets = [], IsLocked = null }, client).Any()
        );
    }

    /// <summary>Returns the differences between this configuration, as the reference, and another.</summary>
    /// <param name="other">The other side.</param>
    /// <param name="includeRegistered">Whether to include dynamically registered clients.</param>
    /// <param name="includeSecret">Whether to compare secrets.</param>
    public DifferenceList CompareTo(LiveConfiguration other, bool includeRegistered, bool includeSecret)
    {
        var none = new Dictionary<string, long>();
        var pairs = ClientMatching.Match(
            [.. LabelClients(none, includeRegistered).Select(client => _apiKey == other._apiKey ? client : client with { Id = null })],
            other.LabelClients(none, includeRegistered),
            static (left, right) => !new ConfigurationComparison(declaredOnly: false).CompareObjects(left, right).Any()
        );
        return new ConfigurationComparison(false).Compare(
            Reduce(Service),
            Reduce(other.Service),
            pairs.Select(pair => (Reduce(pair.Reference), Reduce(pair.Live)))
        );

        // A lock isn't part of the configuration. Compare it only if a file specifies it.
        ConfigurationObject? Reduce(ConfigurationObject? item) =>
            item is null ? null : item with { Secrets = includeSecret ? item.Secrets : [], IsLocked = null };
    }

    /// <summary>The clients to compare, with the labels that an export would give them.</summary>
    private List<ConfigurationObject> LabelClients(IReadOnlyDictionary<string, long> ids, bool includeRegistered)
    {
        var clients = _clients.Where(client => includeRegistered || !client.IsRegistered).ToList();
        var labels = ClientLabels.Choose(clients.Select(client => new ClientName(client.Id ?? 0, client.Alias, client.Name)), ids);
        return [.. clients.Select(client => client with { Label = labels[client.Id ?? 0] })];
    }
}
