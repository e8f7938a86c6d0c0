using System;
using System.Collections.Generic;
using System.Linq;

namespace Authlete.ApiClient.Json;

/// <summary>The changes of a view to its received JSON: members that were set or removed, and values that were returned to callers.</summary>
/// <remarks>Several threads can read it at the same time.</remarks>
internal sealed class MemberOverlay
{
    private volatile Dictionary<string, Entry>? _entries;
    private List<string>? _added;

    public enum EntryKind
    {
        /// <summary>Read from the JSON and returned to a caller, who may have modified it.</summary>
        Cached,
        Set,
        Removed,
    }

    /// <summary>The members that the JSON doesn't have, in the order in which they were set. Only for the thread that modifies the view.</summary>
    public IReadOnlyList<string> Added => _added ?? (IReadOnlyList<string>)[];

    public bool TryGet(string name, out Entry entry)
    {
        entry = default;
        if (_entries is not { } entries)
        {
            return false;
        }

        lock (this)
        {
            return entries.TryGetValue(name, out entry);
        }
    }

    /// <summary>Gets the value of a member that was set or removed.</summary>
    public bool TryGetSet(string name, out object? value)
    {
        var found = TryGet(name, out var entry) && entry.Kind != EntryKind.Cached;
        value = entry.Value;
        return found;
    }

    public bool IsRemoved(string name) => TryGet(name, out var entry) && entry.Kind == EntryKind.Removed;

    public List<string> GetRemoved()
    {
        lock (this)
        {
            return _entries?.Where(entry => entry.Value.Kind == EntryKind.Removed).Select(entry => entry.Key).ToList() ?? [];
        }
    }

    public void CopyAddedTo(List<string> names)
    {
        lock (this)
        {
            if (_added is not null)
            {
                names.AddRange(_added);
            }
        }
    }

    public bool IsModified(ReceivedJson? received)
    {
        if (_entries is not { } entries)
        {
            return false;
        }

        lock (this)
        {
            foreach (var pair in entries)
            {
                if (
                    pair.Value.Kind != EntryKind.Cached
                    || (
                        received is not null
                        && received.TryGetMember(pair.Key, out var element)
                        && CachedValue.IsModified(pair.Value.Value, element)
                    )
                )
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Caches a value that was read, so that the next read returns the same object. The first of several threads wins.</summary>
    public object? Cache(string name, object? value, EntryKind kind = EntryKind.Cached)
    {
        lock (this)
        {
            var entries = _entries ??= new Dictionary<string, Entry>(StringComparer.Ordinal);
            if (entries.TryGetValue(name, out var present) && present.Value?.GetType() == value?.GetType())
            {
                return present.Value;
            }

            entries[name] = new Entry(kind, value);
            return value;
        }
    }

    public void Set(string name, object? value, ReceivedJson? received)
    {
        lock (this)
        {
            if (!IsReceived(name, received))
            {
                _added ??= [];
                if (!_added.Contains(name))
                {
                    _added.Add(name);
                }
            }

            (_entries ??= new Dictionary<string, Entry>(StringComparer.Ordinal))[name] = new Entry(EntryKind.Set, value);
        }
    }

    public void Remove(string name, ReceivedJson? received)
    {
        lock (this)
        {
            if (IsReceived(name, received))
            {
                (_entries ??= new Dictionary<string, Entry>(StringComparer.Ordinal))[name] = new Entry(EntryKind.Removed, null);
            }
            else
            {
                _added?.Remove(name);
                _entries?.Remove(name);
            }
        }
    }

    private static bool IsReceived(string name, ReceivedJson? received) => received is not null && received.TryGetMember(name, out _);

    public readonly struct Entry(EntryKind kind, object? value)
    {
        public EntryKind Kind { get; } = kind;

        public object? Value { get; } = value;
    }
}
