using System;

namespace Authlete.PowerShell;

/// <summary>What a security rule found about a service or a client.</summary>
public sealed class ConfigurationFinding
{
    internal ConfigurationFinding() { }

    /// <summary>The id of the rule, such as AUT-C03.</summary>
    public string Rule { get; internal set; } = "";

    /// <summary>The title of the rule.</summary>
    public string Title { get; internal set; } = "";

    /// <summary>How much it matters: High, Medium, Low or Info.</summary>
    public string Severity { get; internal set; } = "";

    /// <summary>Service or Client.</summary>
    public string Kind { get; internal set; } = "";

    /// <summary>The label of a client in a folder, else its name and id; the name and API key of a service.</summary>
    public string Target { get; internal set; } = "";

    /// <summary>The client id, or the API key of the service; null if it isn't known.</summary>
    public long? Id { get; internal set; }

    /// <summary>Pass, Fail, NotApplicable, Skipped, Investigate or Suppressed.</summary>
    public string Outcome { get; internal set; } = "";

    /// <summary>True if the outcome is Pass, false if it is Fail, else null.</summary>
    public bool? Passed =>
        Outcome switch
        {
            "Pass" => true,
            "Fail" => false,
            _ => null,
        };

    /// <summary>What was found, with the members and their values.</summary>
    public string Message { get; internal set; } = "";

    /// <summary>The path of the member that decided, such as extension.requestableScopesEnabled; null if it is no single one.</summary>
    public string? Property { get; internal set; }

    /// <summary>What to do.</summary>
    public string Recommendation { get; internal set; } = "";

    /// <summary>The documents that the rule comes from, with their sections.</summary>
    public string Reference { get; internal set; } = "";

    /// <summary>The page of the rule.</summary>
    public Uri? Uri { get; internal set; }

    /// <summary>The file, if a folder was checked.</summary>
    public string? File { get; internal set; }

    /// <summary>The line of the member in the file; null if the file doesn't have it.</summary>
    public int? Line { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Rule + " " + Target + ": " + Outcome;
}
