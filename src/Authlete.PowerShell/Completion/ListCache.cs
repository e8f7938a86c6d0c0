using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;
using Authlete.PowerShell.Connections;

namespace Authlete.PowerShell.Completion;

/// <summary>Lists that are kept for a minute. One that couldn't be read is kept empty.</summary>
internal sealed class ListCache<TKey, TItem>
    where TKey : notnull
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_lifetime = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();

    /// <summary>A list; nothing if it can't be read within half a second. What is read later serves the next Tab.</summary>
    /// <param name="key">Which list.</param>
    /// <param name="read">Reads it on another thread, and throws nothing.</param>
    public IReadOnlyList<TItem> Get(TKey key, Func<Task<IReadOnlyList<TItem>>> read)
    {
        var now = SessionClock.UtcNow;
        if (!_entries.TryGetValue(key, out var entry) || (now - entry.Since).Duration() >= s_lifetime)
        {
            _entries[key] = entry = new Entry(now, Task.Run(read));
        }

        return entry.Reading.Wait(s_patience) ? entry.Reading.GetAwaiter().GetResult() : [];
    }

    private sealed record Entry(DateTimeOffset Since, Task<IReadOnlyList<TItem>> Reading);
}
