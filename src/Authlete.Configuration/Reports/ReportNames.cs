using System;
using System.Linq;
using Authlete.Configuration.Rules;

namespace Authlete.Configuration.Reports;

/// <summary>The names of outcomes and severities.</summary>
internal static class ReportNames
{
    public static string Outcomes => string.Join(", ", ReportOrder.Outcomes);

    public static string Severities => string.Join(", ", ReportOrder.Severities);

    public static bool TryParse(string text, out RuleOutcome outcome) => TryParseName(text, out outcome);

    public static bool TryParse(string text, out RuleSeverity severity) => TryParseName(text, out severity);

    /// <summary>An outcome in words.</summary>
    public static string ToDisplayName(this RuleOutcome outcome) =>
        outcome switch
        {
            RuleOutcome.Fail => "Failed",
            RuleOutcome.Investigate => "Investigate",
            RuleOutcome.Pass => "Passed",
            RuleOutcome.NotApplicable => "Not applicable",
            _ => outcome.ToString(),
        };

    /// <summary>Accepts only names, not numbers.</summary>
    private static bool TryParseName<T>(string text, out T value)
        where T : struct, Enum
    {
        value = default;
        return Enum.GetNames(typeof(T)).Contains(text, StringComparer.OrdinalIgnoreCase)
            && Enum.TryParse(text, ignoreCase: true, out value);
    }
}
