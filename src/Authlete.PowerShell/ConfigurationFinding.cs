using System;

namespace Authlete.PowerShell;

/// <summary>A finding of a security rule about a service or client.</summary>
public sealed class ConfigurationFinding
{
    internal ConfigurationFinding() { }

    /// <summary>The ID of the rule, such as AUT-C03.</summary>
    public string Rule { get; internal set; } = "";

    /// <summary>The title of the rule.</summary>
    public string Title { get; internal set; } = "";

    /// <summary>The severity: High, Medium, Low, or Info.</summary>
    public string Severity { get; internal set; } = "";

    /// <summary>Service or Client.</summary>
    public string Kind { get; internal set; } = "";

    /// <summary>The label of a client in a folder, or its name and ID; for a service, its name and API key.</summary>
    public string Target { get; internal set; } = "";

    /// <summary>The client ID, or the API key of the service; null if it isn't known.</summary>
    public long? Id { get; internal set; }

    /// <summary>Pass, Fail, NotApplicable, Skipped, Investigate, or Suppressed.</summary>
    public string Outcome { get; internal set; } = "";

    /// <summary>True if the outcome is Pass, false if it is Fail, otherwise null.</summary>
    public bool? Passed =>
        Outcome switch
        {
            "Pass" => true,
            "Fail" => false,
            _ => null,
        };

    /// <summary>The description of the finding, with members and their values.</summary>
    public string Message { get; internal set; } = "";

    /// <summary>The path of the deciding member, such as extension.requestableScopesEnabled; null if there isn't exactly one.</summary>
    public string? Property { get; internal set; }

    /// <summary>The recommended action.</summary>
    public string Recommendation { get; internal set; } = "";

    /// <summary>The documents and sections that the rule is based on.</summary>
    public string Reference { get; internal set; } = "";

    /// <summary>The documentation page of the rule.</summary>
    public Uri? Uri { get; internal set; }

    /// <summary>The file, if a folder was checked.</summary>
    public string? File { get; internal set; }

    /// <summary>The line of the member in the file; null if the file doesn't contain it.</summary>
    public int? Line { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Rule + " " + Target + ": " + Outcome;
}
