namespace Authlete.ApiClient.Json;

/// <summary>A member that differs between two objects.</summary>
internal sealed class MemberDifference
{
    internal MemberDifference(string name, string? left, string? right)
    {
        Name = name;
        Left = left;
        Right = right;
    }

    /// <summary>The name of the member in the JSON.</summary>
    public string Name { get; }

    /// <summary>The left object's value as compact JSON in its original notation; null if the member is absent.</summary>
    public string? Left { get; }

    /// <summary>The right object's value as compact JSON in its original notation; null if the member is absent.</summary>
    public string? Right { get; }
}
