using System;

namespace Authlete.PowerShell;

/// <summary>A security rule that <c>Test-AuthleteConfiguration</c> applies.</summary>
public sealed class ConfigurationRule
{
    internal ConfigurationRule() { }

    /// <summary>The id, such as AUT-C03.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>The id under the name that findings have for it.</summary>
    public string Rule => Id;

    /// <summary>What holds where the rule is followed.</summary>
    public string Title { get; internal set; } = "";

    /// <summary>How much it matters: High, Medium, Low or Info. Findings may have another severity.</summary>
    public string Severity { get; internal set; } = "";

    /// <summary>Service or Client.</summary>
    public string Kind { get; internal set; } = "";

    /// <summary>1 for what to act on first, 2 for the rest.</summary>
    public int Tier { get; internal set; }

    /// <summary>Bcp, Fapi1 or Fapi2.</summary>
    public string Profile { get; internal set; } = "";

    /// <summary>Whether the rule runs only if you specify its profile.</summary>
    public bool OptIn { get; internal set; }

    /// <summary>Why the rule exists.</summary>
    public string Description { get; internal set; } = "";

    /// <summary>The documents that the rule comes from, with their sections.</summary>
    public string Reference { get; internal set; } = "";

    /// <summary>What to do.</summary>
    public string Recommendation { get; internal set; } = "";

    /// <summary>Where a finding may be no problem, and when to suppress it.</summary>
    public string FalsePositives { get; internal set; } = "";

    /// <summary>The page of the rule.</summary>
    public Uri? Uri { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Id + " " + Title;
}
