namespace Authlete.Configuration.Comparison;

/// <summary>A difference between two objects.</summary>
/// <param name="Path">The path of the property.</param>
/// <param name="Reference">The value on the reference side, masked if it is a secret.</param>
/// <param name="Difference">The value on the other side, masked if it is a secret.</param>
/// <param name="SideIndicator">The side that has the property.</param>
internal sealed record PropertyDifference(string Path, object? Reference, object? Difference, string SideIndicator)
{
    public const string OnlyReference = "<=";
    public const string OnlyDifference = "=>";
    public const string Unequal = "<>";
}
