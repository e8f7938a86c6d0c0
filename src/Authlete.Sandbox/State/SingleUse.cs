using System;
using System.Collections.Concurrent;

namespace Authlete.Sandbox.State;

/// <summary>Values that work once: tickets and authorization codes.</summary>
internal sealed class SingleUse<T>
    where T : class
{
    private readonly ConcurrentDictionary<string, T> _values = new(StringComparer.Ordinal);

    public string Add(T value)
    {
        var key = Secrets.NewToken();
        _values[key] = value;
        return key;
    }

    public T? Find(string key) => _values.TryGetValue(key, out var value) ? value : null;

    /// <summary>Takes the value out; of parallel calls exactly one gets true.</summary>
    public bool TryTake(string key) => _values.TryRemove(key, out _);
}
