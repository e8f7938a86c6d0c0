using System;
using Authlete.ApiClient.Encodings;
using Authlete.Configuration.Rules;

namespace Authlete.Configuration.Reports;

/// <summary>A difference between two configurations as reports show it. Secrets were masked when they were compared.</summary>
/// <param name="Kind">Service or Client.</param>
/// <param name="Name">The label and the id of the client, or the API key of the service.</param>
/// <param name="Id">The client id, or the API key of the service; null if it isn't known.</param>
/// <param name="Property">The path of the property; null if only one side has the client.</param>
/// <param name="Reference">The value in the reference; null if it is missing.</param>
/// <param name="Difference">The value on the other side; null if it is missing.</param>
internal sealed record ReportDifference(string Kind, string Name, string? Id, string? Property, string? Reference, string? Difference)
{
    /// <summary>Shown for a missing value.</summary>
    public const string Nothing = "(none)";

    private const string RuleId = "configuration-difference";

    private static readonly Uri s_page = new(
        "https://github.com/authlete-powershell/authlete-powershell/blob/main/docs/cmdlets/Compare-AuthleteConfiguration.md"
    );

    /// <summary>Creates a difference from the properties of a comparison.</summary>
    public static ReportDifference Create(
        string kind,
        string? label,
        string? id,
        string? property,
        string? reference,
        string? difference,
        string sideIndicator
    )
    {
        var name = label is null || id is null ? label ?? id ?? "" : $"{label} ({id})";
        if (property is null)
        {
            const string exists = "exists";
            (reference, difference) = (sideIndicator == "=>" ? null : exists, sideIndicator == "<=" ? null : exists);
        }

        return new(Escape(kind)!, Escape(name)!, Escape(id), Escape(property), Escape(reference), Escape(difference));
    }

    /// <summary>The service or client.</summary>
    public string Target => Name.Length == 0 ? Kind : Kind + " " + Name;

    /// <summary>The property that differs, or the whole client.</summary>
    public string Subject => Property ?? "the whole client";

    /// <summary>The difference as a failed check, for formats that contain only checks.</summary>
    public ReportFinding ToFinding() =>
        new()
        {
            Rule = RuleId,
            Title = "The configuration must match the reference",
            Severity = RuleSeverity.Medium,
            Kind = Kind,
            Target = Name,
            Id = Id,
            Subject = Property ?? "",
            Outcome = RuleOutcome.Fail,
            Message = $"{Subject}: {Reference ?? "missing"} in the reference, {Difference ?? "missing"} on the other side.",
            Recommendation = "Decide which side is correct, and change the other side.",
            Uri = s_page,
        };

    private static string? Escape(string? text) => text is null ? null : PrintableText.Escape(text);
}
