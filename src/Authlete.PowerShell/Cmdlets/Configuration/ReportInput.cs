using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Json;
using Authlete.Configuration.Reports;
using Authlete.Configuration.Rules;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Reads findings and differences by the names of their properties, so that copies from a job, a file or JSON also work.</summary>
internal static class ReportInput
{
    private static readonly string[] s_ofFinding = ["Rule", "Severity", "Target", "Outcome"];
    private static readonly string[] s_ofDifference = ["Kind", "Property", "SideIndicator"];

    public static bool IsFinding(PSObject item) => HasAll(item, s_ofFinding);

    public static bool IsDifference(PSObject item) => HasAll(item, s_ofDifference);

    /// <summary>A finding.</summary>
    /// <param name="item">The object.</param>
    /// <param name="folder">The folder to which paths are relative.</param>
    public static ReportFinding ToFinding(PSObject item, string folder)
    {
        var rule = Text(item, "Rule") ?? "";
        if (!ReportNames.TryParse(Text(item, "Severity") ?? "", out RuleSeverity severity))
        {
            throw UnknownValue(item, "Severity", rule, ReportNames.Severities);
        }

        if (!ReportNames.TryParse(Text(item, "Outcome") ?? "", out RuleOutcome outcome))
        {
            throw UnknownValue(item, "Outcome", rule, ReportNames.Outcomes);
        }

        return new ReportFinding
        {
            Rule = rule,
            Title = Text(item, "Title") ?? "",
            Severity = severity,
            Kind = Text(item, "Kind") ?? "",
            Target = Text(item, "Target") ?? "",
            Id = Text(item, "Id"),
            Outcome = outcome,
            Message = Text(item, "Message") ?? "",
            Recommendation = Text(item, "Recommendation") ?? "",
            Reference = Text(item, "Reference") ?? "",
            Uri = Uri.TryCreate(Text(item, "Uri"), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? uri : null,
            File = Text(item, "File") is { } file ? FilePath.MakeRelative(file, folder) : null,
            Line =
                int.TryParse(Text(item, "Line"), NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 0 ? line : null,
        };
    }

    /// <summary>A difference.</summary>
    public static ReportDifference ToDifference(PSObject item) =>
        ReportDifference.Create(
            Text(item, "Kind") ?? "",
            Text(item, "Label"),
            Text(item, "Id"),
            Text(item, "Property"),
            Text(item, "Reference"),
            Text(item, "Difference"),
            Text(item, "SideIndicator") ?? ""
        );

    private static bool HasAll(PSObject item, string[] names) => names.All(name => item.Properties[name] is not null);

    /// <summary>The text of a value. Null if there is none, or if it is an empty cell of a CSV file.</summary>
    private static string? Text(PSObject item, string name)
    {
        try
        {
            return PlainValues.Normalize(item.Properties[name]?.Value) switch
            {
                null or "" => null,
                JsonView view => view.ToJson(),
                IDictionary members => PlainJson.Serialize(members),
                string text => text,
                IEnumerable items => ToText(items.Cast<object?>()),
                var value => TextValues.RequireText(value),
            };
        }
        catch (FormatException e)
        {
            throw SetupErrors.InvalidArgument($"The property {name} of an object can't be shown: {e.Message}");
        }
    }

    private static string ToText(IEnumerable<object?> items) =>
        items.All(item => item is string) ? string.Join(", ", items) : PlainJson.Serialize(items.ToArray());

    private static SetupException UnknownValue(PSObject item, string name, string rule, string known) =>
        SetupErrors.InvalidArgument(
            $"A finding of the rule '{rule}' has the {name.ToLowerInvariant()} '{Text(item, name)}'. It must be one of {known}."
        );
}
