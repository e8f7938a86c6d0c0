using System;
using System.Collections.Concurrent;
using System.Linq;

namespace Authlete.Sandbox.State;

/// <summary>Values that work once: tickets and authorization codes.</summary>
internal sealed class SingleUse<T> : IClientStore
    where T : class, IOfClient
{
    private readonly ConcurrentDictionary<string, T> _values = new(StringComparer.Ordinal);

    public string Add(T value)
    {
        var key = Secrets.NewToken();
        _values[key] = value;
        return key;
    }

    public T? Find(string key) => _values.TryGetValue(key, out var value) ? value : null;

    /// <summary>Removes the value. Only one of several parallel calls returns true.</summary>
    public bool TryTake(string key) => _values.TryRemove(key, out _);

    public void Forget(Func<ClientRecord, bool> condition)
    {
        foreach (var (key, _) in _values.Where(pair => condition(pair.Value.Client)))
        {
            _values.TryRemove(key, out _);
        }
    }
}
