using System;
using System.Collections.Generic;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>The keys of what was listed last: so many that a list can go back as far without writing anything twice, and no more.</summary>
internal sealed class RecentKeys(int pageSize)
{
    private readonly int _capacity = Math.Max(10_000, pageSize);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>How far the list can go back.</summary>
    public int Count => _known.Count;

    /// <summary>Whether a key is known.</summary>
    public bool Contains(string? key) => key is not null && _known.Contains(key);

    /// <summary>Remembers a key; false if it is known. What has no key is always new.</summary>
    public bool Add(string? key)
    {
        if (string.IsNullOrEmpty(key))
        {
            return true;
        }

        if (!_known.Add(key!))
        {
            return false;
        }

        _order.Enqueue(key!);
        if (_order.Count > _capacity)
        {
            _known.Remove(_order.Dequeue());
        }

        return true;
    }
}
