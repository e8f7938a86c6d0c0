namespace Authlete.ApiClient.Json;

/// <summary>A member in which two objects differ.</summary>
internal sealed class MemberDifference
{
    internal MemberDifference(string name, string? left, string? right)
    {
        Name = name;
        Left = left;
        Right = right;
    }

    /// <summary>The name of the member, as it stands in the JSON.</summary>
    public string Name { get; }

    /// <summary>The left object's value as compact JSON, as it was spelled; null if the member is absent.</summary>
    public string? Left { get; }

    /// <summary>The right object's value as compact JSON, as it was spelled; null if the member is absent.</summary>
    public string? Right { get; }
}
