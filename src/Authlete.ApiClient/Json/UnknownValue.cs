using System.Collections.Generic;

namespace Authlete.ApiClient.Json;

/// <summary>A value that its set does not have.</summary>
internal sealed class UnknownValue(string name, string member, string value, IReadOnlyList<string> known)
{
    /// <summary>The member of the outermost object.</summary>
    public string Name { get; } = name;

    /// <summary>Where it stands: <c>clientType</c>, or <c>grantTypes[0]</c>.</summary>
    public string Member { get; } = member;

    public string Value { get; } = value;

    public IReadOnlyList<string> Known { get; } = known;
}
