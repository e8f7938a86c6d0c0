using System;
using System.Linq;

namespace Authlete.Configuration.Reports;

/// <summary>The names of outcomes and severities.</summary>
internal static class ReportNames
{
    public static string Outcomes => string.Join(", ", Enum.GetNames(typeof(ReportOutcome)));

    public static string Severities => string.Join(", ", Enum.GetNames(typeof(ReportSeverity)));

    public static bool TryParse(string text, out ReportOutcome outcome) => TryParseName(text, out outcome);

    public static bool TryParse(string text, out ReportSeverity severity) => TryParseName(text, out severity);

    /// <summary>An outcome in words.</summary>
    public static string ToDisplayName(this ReportOutcome outcome) =>
        outcome switch
        {
            ReportOutcome.Fail => "Failed",
            ReportOutcome.Investigate => "Investigate",
            ReportOutcome.Pass => "Passed",
            ReportOutcome.NotApplicable => "Not applicable",
            _ => outcome.ToString(),
        };

    /// <summary>Numbers are no names.</summary>
    private static bool TryParseName<T>(string text, out T value)
        where T : struct, Enum
    {
        value = default;
        return Enum.GetNames(typeof(T)).Contains(text, StringComparer.OrdinalIgnoreCase)
            && Enum.TryParse(text, ignoreCase: true, out value);
    }
}
