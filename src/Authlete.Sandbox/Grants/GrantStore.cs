using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Grants;

/// <summary>The grants that have identifiers.</summary>
internal sealed class GrantStore : IClientStore
{
    private readonly ConcurrentDictionary<string, Grant> _grants = new(StringComparer.Ordinal);

    public Grant? Find(string id) => _grants.GetValueOrDefault(id);

    public Grant Add(Grant grant) => _grants[grant.Id] = grant;

    /// <summary>Changes a grant; null if it no longer exists.</summary>
    public Grant? Change(string id, Func<Grant, Grant> change)
    {
        while (_grants.TryGetValue(id, out var current))
        {
            var changed = change(current);
            if (_grants.TryUpdate(id, changed, current))
            {
                return changed;
            }
        }

        return null;
    }

    public bool Remove(string id) => _grants.TryRemove(id, out _);

    public void Forget(Func<ClientRecord, bool> condition)
    {
        foreach (var grant in _grants.Values.Where(grant => condition(grant.Client)))
        {
            _grants.TryRemove(grant.Id, out _);
        }
    }
}
