using System;
using System.Collections.Generic;
using System.Linq;

namespace Authlete.Configuration.Folder;

/// <summary>Updates the client IDs of a service in ids.json during an import.</summary>
/// <param name="path">The folder.</param>
/// <param name="ids">The content of ids.json.</param>
/// <param name="apiKey">The API key of the service.</param>
internal sealed class IdsRecord(string path, IdsFile ids, string apiKey)
{
    private readonly FolderFiles _files = new(path);
    private readonly object _lock = new();
    private IdsFile _latest = ids;
    private byte[]? _written;
    private Dictionary<string, long> _entries = ids.Of(apiKey)
        .ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a client has an entry.</summary>
    public bool Contains(long id) => _entries.ContainsValue(id);

    /// <summary>Updates the file before the import changes anything else.</summary>
    /// <param name="matched">The labels and IDs of matched clients.</param>
    /// <param name="dropped">The labels to remove.</param>
    /// <param name="isProbe">Whether to write the file even if nothing changes, to check that it is writable.</param>
    /// <exception cref="ConfigurationException">The file can't be written.</exception>
    public void Begin(IEnumerable<KeyValuePair<string, long>> matched, IEnumerable<string> dropped, bool isProbe) =>
        Change(entries =>
        {
            var isChanged = isProbe;
            foreach (var label in dropped.ToList())
            {
                isChanged |= entries.Remove(label);
            }

            foreach (var entry in matched.Where(entry => !entries.TryGetValue(entry.Key, out var id) || id != entry.Value).ToList())
            {
                Put(entries, entry.Key, entry.Value);
                isChanged = true;
            }

            return isChanged;
        });

    /// <summary>Adds the ID of a label.</summary>
    /// <exception cref="ConfigurationException">The file can't be written.</exception>
    public void Add(string label, long id) =>
        Change(entries =>
        {
            Put(entries, label, id);
            return true;
        });

    /// <summary>Removes a label.</summary>
    /// <exception cref="ConfigurationException">The file can't be written.</exception>
    public void Remove(string label) => Change(entries => entries.Remove(label));

    private void Change(Func<Dictionary<string, long>, bool> change)
    {
        lock (_lock)
        {
            // Another import may have written IDs in the meantime, of this service or another.
            var entries = new Dictionary<string, long>(_entries, StringComparer.OrdinalIgnoreCase);
            if (!_files.Has(FolderFiles.Ids, _written))
            {
                _latest = IdsFile.Read(_files);
                foreach (var entry in _latest.Of(apiKey).Where(entry => !entries.TryGetValue(entry.Key, out var id) || id != entry.Value))
                {
                    Put(entries, entry.Key, entry.Value);
                }
            }

            if (change(entries))
            {
                _latest.Set(apiKey, entries);
                var content = FolderFiles.ToBytes(_latest.ToJson());
                _files.Replace(FolderFiles.Ids, content);
                (_entries, _written) = (entries, content);
            }
        }
    }

    private static void Put(Dictionary<string, long> entries, string label, long id)
    {
        foreach (var former in entries.Where(entry => entry.Value == id).Select(entry => entry.Key).ToList())
        {
            entries.Remove(former);
        }

        entries[label] = id;
    }
}
