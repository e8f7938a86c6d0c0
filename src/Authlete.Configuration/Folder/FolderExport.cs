using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.Configuration.Fields;
using Authlete.Configuration.Json;
using Authlete.Configuration.Placeholders;

namespace Authlete.Configuration.Folder;

/// <summary>
/// Exports a service and its clients to a folder, which may contain a former export. Keeps only names and locations of clients in memory,
/// because there can be many.
/// </summary>
internal sealed class FolderExport : IDisposable
{
    private readonly string _apiKey;
    private readonly bool _isComplete;
    private readonly FolderFiles _files;
    private readonly IdsFile _ids;
    private readonly SecretsFile? _secrets;
    private readonly PlaceholderValues _values;
    private readonly FileSwap _swap;
    private readonly HashSet<long> _live = [];
    private readonly List<ClientName> _clients = [];
    private readonly Dictionary<long, (long Start, int Length)> _kept = [];
    private readonly Dictionary<long, JsonMembers> _clientSecrets = [];
    private readonly List<string> _warnings = [];

    /// <param name="path">The folder.</param>
    /// <param name="apiKey">The API key of the service.</param>
    /// <param name="includeSecret">Whether to write the secrets.</param>
    /// <param name="isComplete">Whether all clients of the service will be added, including those that are not exported.</param>
    /// <param name="values">The values of placeholders in the former export.</param>
    public FolderExport(string path, string apiKey, bool includeSecret, bool isComplete, PlaceholderValues values)
    {
        (_apiKey, _isComplete, _values) = (apiKey, isComplete, values);
        _files = new FolderFiles(path);
        _ids = IdsFile.Read(_files);
        if (!includeSecret && _files.Exists(FolderFiles.Secrets))
        {
            throw new ConfigurationException(
                ConfigurationProblem.StaleSecrets,
                $"{path} has a {FolderFiles.Secrets}, which this export doesn't update: a later import would restore old secrets from it. Delete it, or specify -IncludeSecret."
            );
        }

        _secrets = includeSecret ? SecretsFile.Read(_files) : null;
        _swap = new FileSwap(_files);
    }

    /// <summary>Warnings about the export. They contain no secret.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    public void AddService(Service service)
    {
        var parts = Divide(service, FolderFiles.Service);
        _secrets?.SetService(_apiKey, parts.Secrets);
        Write(FolderFiles.Service, parts.Settings, typeof(Service));
    }

    /// <param name="client">A client.</param>
    /// <param name="includeRegistered">
    /// Whether to write clients that dynamic registration or federation created. If not, their existing files stay unchanged.
    /// </param>
    public void AddClient(Client client, bool includeRegistered)
    {
        var id = client.ClientId ?? throw new ArgumentException("A client without an ID can't be exported.", nameof(client));
        _live.Add(id);
        if (!includeRegistered && ConfigurationObject.IsRegisteredByItself(client))
        {
            return;
        }

        var parts = Divide(client, "client " + id.ToString(CultureInfo.InvariantCulture));
        _clients.Add(new ClientName(id, client.ClientIdAlias, client.ClientName));
        if (_swap.IsNewFolder)
        {
            // Takes no extra time, because the next page is being requested in the meantime.
            _swap.WriteUnnamed(id, FolderFiles.ToBytes(PlaceholderKeeping.Escape(parts.Settings)));
        }
        else
        {
            _kept[id] = _swap.Keep(FolderFiles.ToBytes(parts.Settings));
        }

        if (_secrets is not null)
        {
            _clientSecrets[id] = parts.Secrets;
        }
    }

    /// <summary>Replaces the existing files with the new ones.</summary>
    /// <returns>The full paths of the files.</returns>
    public IReadOnlyList<string> Commit()
    {
        var ids = _ids.Of(_apiKey).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.OrdinalIgnoreCase);
        var removed = _isComplete ? ids.Where(entry => !_live.Contains(entry.Value)).Select(entry => entry.Key).ToList() : [];
        removed.ForEach(label => ids.Remove(label));
        foreach (var entry in ClientLabels.Choose(_clients, ids))
        {
            ids[entry.Value] = entry.Key;
            _secrets?.SetClient(_apiKey, entry.Value, _clientSecrets[entry.Key]);
            WriteClient(entry.Key, FolderFiles.ClientFile(entry.Value));
        }

        foreach (var label in removed.Where(label => !ids.ContainsKey(label) && !_ids.IsElsewhere(label, _apiKey)))
        {
            _swap.Remove(FolderFiles.ClientFile(label));
        }

        WriteSecrets(removed.Where(label => !ids.ContainsKey(label)));
        _ids.Set(_apiKey, ids);
        _swap.Write(FolderFiles.Ids, FolderFiles.ToBytes(_ids.ToJson()));
        return _swap.Commit();
    }

    public void Dispose() => _swap.Dispose();

    private void WriteSecrets(IEnumerable<string> removed)
    {
        if (_secrets is not null)
        {
            _secrets.RemoveClients(_apiKey, removed);
            _swap.Write(FolderFiles.Secrets, FolderFiles.ToBytes(_secrets.Content), isPrivate: true);
            _warnings.Add($"{_files.FullName(FolderFiles.Secrets)} contains secrets in plain text. Don't commit it to version control.");
        }
    }

    private void WriteClient(long id, string file)
    {
        if (_swap.IsNewFolder)
        {
            _swap.Name(id, file);
        }
        else
        {
            Write(file, (JsonMembers)JsonTree.Read(JsonReader.Read(_swap.Take(_kept[id])))!, typeof(Client));
        }
    }

    private void Write(string file, JsonMembers live, Type type)
    {
        var content = PlaceholderKeeping.Escape(live);
        if (_files.Read(file) is { } former)
        {
            var keeping = new PlaceholderKeeping(_values);
            content = keeping.Merge(former, live, type);
            _warnings.AddRange(
                keeping.KeptUnresolved.Select(text =>
                    $"{file}: {text.Path} keeps {string.Join(" and ", text.Placeholders.Select(placeholder => placeholder.Text))}, whose value isn't known: {PlaceholderValues.Explain(text.Placeholders[0])}."
                )
            );
        }

        _swap.Write(file, FolderFiles.ToBytes(content));
    }

    private SettingsParts Divide(JsonView view, string what)
    {
        var parts = SettingsParts.Divide(view, _apiKey);
        if (parts.Withheld.Count > 0)
        {
            _warnings.Add(
                $"{what}: not exported, because this module doesn't know them and their names look like those of secrets: {string.Join(", ", parts.Withheld)}."
            );
        }

        return parts;
    }
}
