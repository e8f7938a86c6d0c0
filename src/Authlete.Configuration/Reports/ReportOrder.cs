using System;
using System.Collections.Generic;
using Authlete.Configuration.Rules;

namespace Authlete.Configuration.Reports;

/// <summary>The order of findings in reports: those that need action first, the most severe on top.</summary>
internal static class ReportOrder
{
    private static readonly RuleOutcome[] s_outcomes =
    [
        RuleOutcome.Fail,
        RuleOutcome.Investigate,
        RuleOutcome.Skipped,
        RuleOutcome.Suppressed,
        RuleOutcome.Pass,
        RuleOutcome.NotApplicable,
    ];

    private static readonly RuleSeverity[] s_severities = [RuleSeverity.High, RuleSeverity.Medium, RuleSeverity.Low, RuleSeverity.Info];

    public static IReadOnlyList<RuleOutcome> Outcomes => s_outcomes;

    public static IReadOnlyList<RuleSeverity> Severities => s_severities;

    public static int Compare(ReportFinding left, ReportFinding right)
    {
        var order = Array.IndexOf(s_outcomes, left.Outcome).CompareTo(Array.IndexOf(s_outcomes, right.Outcome));
        order = order != 0 ? order : right.Severity.CompareTo(left.Severity);
        order = order != 0 ? order : KindOrder(left).CompareTo(KindOrder(right));
        order = order != 0 ? order : string.CompareOrdinal(left.Target, right.Target);
        order = order != 0 ? order : string.CompareOrdinal(left.Rule, right.Rule);
        order = order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
        order = order != 0 ? order : string.CompareOrdinal(left.File, right.File);
        return order != 0 ? order : string.CompareOrdinal(left.Message, right.Message);
    }

    public static int Compare(ReportDifference left, ReportDifference right)
    {
        var order = string.CompareOrdinal(left.Target, right.Target);
        order = order != 0 ? order : string.CompareOrdinal(left.Property, right.Property);
        order = order != 0 ? order : string.CompareOrdinal(left.Reference, right.Reference);
        return order != 0 ? order : string.CompareOrdinal(left.Difference, right.Difference);
    }

    /// <summary>The service comes before its clients.</summary>
    private static int KindOrder(ReportFinding finding) => finding.Kind == nameof(RuleKind.Service) ? 0 : 1;
}
