using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Folder;

/// <summary>The file ids.json, which maps labels to client IDs for each service.</summary>
internal sealed class IdsFile
{
    private readonly Dictionary<string, Dictionary<string, long>> _services = new(StringComparer.Ordinal);

    private IdsFile() { }

    public static IdsFile Read(FolderFiles files)
    {
        var ids = new IdsFile();
        foreach (var service in files.Read(FolderFiles.Ids) ?? [])
        {
            ids._services[service.Key] = ReadService(service.Key, service.Value);
        }

        return ids;
    }

    /// <summary>The API keys of the services.</summary>
    public IReadOnlyCollection<string> ApiKeys => _services.Keys;

    /// <summary>Returns the client IDs of a service by label.</summary>
    public IReadOnlyDictionary<string, long> Of(string apiKey) =>
        _services.TryGetValue(apiKey, out var ids) ? ids : new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a label has an ID for another service.</summary>
    public bool IsElsewhere(string label, string apiKey) =>
        _services.Any(service => service.Key != apiKey && service.Value.ContainsKey(label));

    public void Set(string apiKey, IEnumerable<KeyValuePair<string, long>> ids) =>
        _services[apiKey] = ids.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.OrdinalIgnoreCase);

    public JsonMembers ToJson()
    {
        var json = new JsonMembers();
        foreach (var service in _services.Where(service => service.Value.Count > 0))
        {
            var ids = json.GetOrAdd(service.Key);
            foreach (var entry in service.Value)
            {
                ids[entry.Key] = new JsonNumber(entry.Value.ToString(CultureInfo.InvariantCulture));
            }
        }

        return json;
    }

    private static Dictionary<string, long> ReadService(string apiKey, object? value)
    {
        var ids = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        var labels = new Dictionary<long, string>();
        foreach (var entry in value as JsonMembers ?? throw Invalid($"{apiKey} must be an object of labels and client IDs."))
        {
            if (!ClientLabels.IsValid(entry.Key))
            {
                throw Invalid($"'{entry.Key}' isn't a label. A label has up to 100 letters, digits and hyphens.");
            }

            if (
                entry.Value is not JsonNumber number
                || !long.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            )
            {
                throw Invalid($"{entry.Key} must be a client ID, which is a number.");
            }

            if (ids.ContainsKey(entry.Key))
            {
                throw Invalid($"{entry.Key} appears twice, because labels aren't case-sensitive.");
            }

            if (labels.TryGetValue(id, out var label))
            {
                throw Invalid($"{label} and {entry.Key} have the same client ID {number.Text}.");
            }

            ids[entry.Key] = id;
            labels[id] = entry.Key;
        }

        return ids;
    }

    private static ConfigurationException Invalid(string reason) => FolderFiles.Invalid(FolderFiles.Ids, reason);
}
