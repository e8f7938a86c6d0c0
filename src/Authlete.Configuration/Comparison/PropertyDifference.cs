namespace Authlete.Configuration.Comparison;

/// <summary>A difference between two objects.</summary>
/// <param name="Path">The path of the property.</param>
/// <param name="Reference">The value on the reference side, as it can be shown.</param>
/// <param name="Difference">The value on the other side, as it can be shown.</param>
/// <param name="SideIndicator">Which side has it.</param>
internal sealed record PropertyDifference(string Path, object? Reference, object? Difference, string SideIndicator)
{
    public const string OnlyReference = "<=";
    public const string OnlyDifference = "=>";
    public const string Unequal = "<>";
}
