namespace Authlete.Configuration.Comparison;

/// <summary>A difference between two configurations.</summary>
/// <param name="Kind">Service or Client.</param>
/// <param name="Label">The label of the client.</param>
/// <param name="Id">The client ID, or the API key of the service.</param>
/// <param name="Property">The path of the property; null if the client exists on one side only.</param>
/// <param name="Reference">The value on the reference side.</param>
/// <param name="Difference">The value on the other side.</param>
/// <param name="SideIndicator">&lt;= if only the reference has the property, =&gt; if only the other side has it, &lt;&gt; if the values differ.</param>
internal sealed record ConfigurationDifference(
    string Kind,
    string? Label,
    long? Id,
    string? Property,
    object? Reference,
    object? Difference,
    string SideIndicator
);
