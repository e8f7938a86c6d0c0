using System;
using System.Collections.Generic;
using System.Linq;

namespace Authlete.Configuration.Json;

/// <summary>A JSON object whose members are sorted by name: texts, Booleans, <see cref="JsonNumber"/>, lists, objects like this one, and null.</summary>
internal sealed class JsonMembers() : SortedDictionary<string, object?>(StringComparer.Ordinal)
{
    /// <summary>The object in a member; it is added if it is missing.</summary>
    public JsonMembers GetOrAdd(string name)
    {
        if (TryGetValue(name, out var value) && value is JsonMembers members)
        {
            return members;
        }

        members = [];
        this[name] = members;
        return members;
    }

    /// <summary>The members of both; those of this one win.</summary>
    /// <param name="lower">The other object.</param>
    public JsonMembers Over(JsonMembers lower)
    {
        var both = new JsonMembers();
        foreach (var member in lower.Concat(this))
        {
            both[member.Key] = member.Value;
        }

        return both;
    }

    /// <summary>A member; null if it is missing.</summary>
    public object? Find(string name) => TryGetValue(name, out var value) ? value : null;
}
