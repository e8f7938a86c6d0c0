using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Authlete.Sandbox.State;

/// <summary>The keys of a service or of the owner, in the order of their creation.</summary>
internal sealed class HskTable
{
    private readonly Lock _gate = new();
    private readonly List<HskKey> _keys = [];

    public IReadOnlyList<HskKey> Keys
    {
        get
        {
            lock (_gate)
            {
                return [.. _keys];
            }
        }
    }

    public void Add(HskKey key)
    {
        lock (_gate)
        {
            _keys.Add(key);
        }
    }

    public HskKey? Find(string handle) => Keys.FirstOrDefault(key => string.Equals(key.Handle, handle, StringComparison.Ordinal));

    public bool Remove(HskKey key)
    {
        lock (_gate)
        {
            return _keys.Remove(key);
        }
    }
}
