using System;

namespace Authlete.ApiClient.Json;

/// <summary>Specifies the set of values of a property.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValuesOfAttribute(Type set) : Attribute
{
    public Type Set { get; } = set;
}
