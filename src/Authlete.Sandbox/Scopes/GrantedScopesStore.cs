using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Scopes;

/// <summary>Granted scopes, with one record for each user and client.</summary>
internal sealed class GrantedScopesStore : IClientStore
{
    private readonly ConcurrentDictionary<(ClientRecord Client, string Subject), GrantedScopes> _records = new();

    public GrantedScopes? Find(ClientRecord client, string subject) => _records.GetValueOrDefault((client, subject));

    public void Record(ClientRecord client, string subject, IEnumerable<string> scopes, long now)
    {
        var latest = Sorted(scopes);
        _records.AddOrUpdate(
            (client, subject),
            _ => new GrantedScopes(latest, latest, now),
            (_, earlier) => new GrantedScopes(latest, Sorted(earlier.Merged.Concat(latest)), now)
        );
    }

    public bool Remove(ClientRecord client, string subject) => _records.TryRemove((client, subject), out _);

    public void Forget(Func<ClientRecord, bool> condition)
    {
        foreach (var key in _records.Keys.Where(key => condition(key.Client)))
        {
            _records.TryRemove(key, out _);
        }
    }

    private static string[] Sorted(IEnumerable<string> scopes) =>
        [.. scopes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
