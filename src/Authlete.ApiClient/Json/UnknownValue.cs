using System.Collections.Generic;

namespace Authlete.ApiClient.Json;

/// <summary>A value that isn't in its member's set of values.</summary>
internal sealed class UnknownValue(string name, string member, string value, IReadOnlyList<string> known)
{
    /// <summary>The top-level member that contains the value.</summary>
    public string Name { get; } = name;

    /// <summary>The path of the value: <c>clientType</c>, or <c>grantTypes[0]</c>.</summary>
    public string Member { get; } = member;

    public string Value { get; } = value;

    public IReadOnlyList<string> Known { get; } = known;
}
