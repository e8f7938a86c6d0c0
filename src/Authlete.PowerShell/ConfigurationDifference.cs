namespace Authlete.PowerShell;

/// <summary>A difference between two configurations, with secrets masked.</summary>
public sealed class ConfigurationDifference
{
    internal ConfigurationDifference(
        string kind,
        string? label,
        long? id,
        string? property,
        object? reference,
        object? difference,
        string sideIndicator
    )
    {
        Kind = kind;
        Label = label;
        Id = id;
        Property = property;
        Reference = reference;
        Difference = difference;
        SideIndicator = sideIndicator;
    }

    /// <summary>Service or Client.</summary>
    public string Kind { get; }

    /// <summary>The label of the client, which is the name of its file.</summary>
    public string? Label { get; }

    /// <summary>The client ID, or the API key of the service; null if there is none yet.</summary>
    public long? Id { get; }

    /// <summary>The path of the property, such as extension.requestableScopes; null if the client exists on one side only.</summary>
    public string? Property { get; }

    /// <summary>The value on the reference side.</summary>
    public object? Reference { get; }

    /// <summary>The value on the other side.</summary>
    public object? Difference { get; }

    /// <summary>&lt;= if only the reference side has the property, =&gt; if only the other side has it, &lt;&gt; if the values differ.</summary>
    public string SideIndicator { get; }

    /// <inheritdoc/>
    public override string ToString() =>
        Kind + (Label is null ? "" : " " + Label) + (Property is null ? "" : " " + Property) + " " + SideIndicator;
}
