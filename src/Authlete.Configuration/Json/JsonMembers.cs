using System;
using System.Collections.Generic;
using System.Linq;

namespace Authlete.Configuration.Json;

/// <summary>A JSON object with members sorted by name: strings, Booleans, <see cref="JsonNumber"/>, lists, nested objects of this type, and null.</summary>
internal sealed class JsonMembers() : SortedDictionary<string, object?>(StringComparer.Ordinal)
{
    /// <summary>Returns the object in a member, and adds the member if it is missing.</summary>
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

    /// <summary>Returns the members of both objects. Those of this object win.</summary>
    /// <param name="lower">The other object.</param>
    public JsonMembers MergeOver(JsonMembers lower)
    {
        var both = new JsonMembers();
        foreach (var member in lower.Concat(this))
        {
            both[member.Key] = member.Value;
        }

        return both;
    }

    /// <summary>Returns the value of a member; null if it is missing.</summary>
    public object? Find(string name) => TryGetValue(name, out var value) ? value : null;
}
