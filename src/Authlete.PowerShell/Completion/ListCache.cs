using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;
using Authlete.PowerShell.Connections;

namespace Authlete.PowerShell.Completion;

/// <summary>Caches lists for a minute. Lists that couldn't be read are cached as empty.</summary>
internal sealed class ListCache<TKey, TItem>
    where TKey : notnull
{
    private static readonly TimeSpan s_maxWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_lifetime = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();

    /// <summary>Returns a list; an empty one if it can't be read within half a second. A later result is cached for the next completion.</summary>
    /// <param name="key">The key of the list.</param>
    /// <param name="read">Reads the list on another thread. Must not throw.</param>
    public IReadOnlyList<TItem> Get(TKey key, Func<Task<IReadOnlyList<TItem>>> read)
    {
        var now = SessionClock.UtcNow;
        if (!_entries.TryGetValue(key, out var entry) || (now - entry.Since).Duration() >= s_lifetime)
        {
            _entries[key] = entry = new Entry(now, Task.Run(read));
        }

        return entry.Reading.Wait(s_maxWait) ? entry.Reading.GetAwaiter().GetResult() : [];
    }

    private sealed record Entry(DateTimeOffset Since, Task<IReadOnlyList<TItem>> Reading);
}
