using System;
using System.Collections.Generic;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>The keys of the items that were listed last: as many as a list can go back, so that no item is written twice.</summary>
internal sealed class RecentKeys(int pageSize)
{
    private readonly int _capacity = Math.Max(10_000, pageSize);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>The number of items that the list can go back.</summary>
    public int Count => _known.Count;

    /// <summary>Whether a key is known.</summary>
    public bool Contains(string? key) => key is not null && _known.Contains(key);

    /// <summary>Adds a key. Returns false if it is known. An item without a key is always new.</summary>
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
