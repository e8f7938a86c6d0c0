using System;

namespace Authlete.ApiClient.Json;

/// <summary>Names the set that the values of a property are of.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValuesOfAttribute(Type set) : Attribute
{
    public Type Set { get; } = set;
}
