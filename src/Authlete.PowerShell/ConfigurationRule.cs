using System;

namespace Authlete.PowerShell;

/// <summary>A security rule that <c>Test-AuthleteConfiguration</c> applies.</summary>
public sealed class ConfigurationRule
{
    internal ConfigurationRule() { }

    /// <summary>The ID, such as AUT-C03.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>The ID, under the name that it has in findings.</summary>
    public string Rule => Id;

    /// <summary>The title, which states the condition that the rule requires.</summary>
    public string Title { get; internal set; } = "";

    /// <summary>The severity: High, Medium, Low, or Info. Findings can have a different one.</summary>
    public string Severity { get; internal set; } = "";

    /// <summary>Service or Client.</summary>
    public string Kind { get; internal set; } = "";

    /// <summary>1 for the most urgent rules, 2 for the others.</summary>
    public int Tier { get; internal set; }

    /// <summary>Bcp, Fapi1, or Fapi2.</summary>
    public string Profile { get; internal set; } = "";

    /// <summary>Whether the rule runs only if you specify its profile.</summary>
    public bool OptIn { get; internal set; }

    /// <summary>The reason for the rule.</summary>
    public string Description { get; internal set; } = "";

    /// <summary>The documents and sections that the rule is based on.</summary>
    public string Reference { get; internal set; } = "";

    /// <summary>The recommended action.</summary>
    public string Recommendation { get; internal set; } = "";

    /// <summary>Cases in which a finding isn't a problem, and when to suppress it.</summary>
    public string FalsePositives { get; internal set; } = "";

    /// <summary>The documentation page of the rule.</summary>
    public Uri? Uri { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Id + " " + Title;
}
