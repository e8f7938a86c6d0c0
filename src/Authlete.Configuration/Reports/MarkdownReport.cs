using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Authlete.Configuration.Rules;

namespace Authlete.Configuration.Reports;

/// <summary>Writes Markdown for the summary of a CI job: numbers, failures, and then the rest.</summary>
internal static class MarkdownReport
{
    public static string Write(ConfigurationReport report)
    {
        var text = new MarkdownText();
        text.AddLine("# " + MarkdownText.Escape(report.Title));
        text.AddLine("");
        text.AddLine($"**{MarkdownText.Escape(report.Verdict)}**");
        if (report.Count > 0)
        {
            AddCounts(text, report);
        }

        if (report.Differences.Count > 0)
        {
            text.AddTable(
                "Differences",
                ["Target", "Property", "Reference", "Other side"],
                report.Differences,
                difference =>
                    [
                        MarkdownText.Code(difference.Target),
                        MarkdownText.Escape(difference.Subject),
                        MarkdownText.Escape(difference.Reference ?? ReportDifference.Nothing),
                        MarkdownText.Escape(difference.Difference ?? ReportDifference.Nothing),
                    ]
            );
        }

        foreach (var outcome in ReportOrder.Outcomes)
        {
            var findings = report.Findings.Where(finding => finding.Outcome == outcome).ToList();
            if (findings.Count > 0)
            {
                AddFindings(text, outcome, findings);
            }
        }

        return text.ToString();
    }

    private static void AddCounts(MarkdownText text, ConfigurationReport report) =>
        text.AddTable(
            "",
            ["Outcome", .. ReportOrder.Severities.Select(severity => severity.ToString()), "All"],
            ReportOrder.Outcomes,
            outcome =>
                [
                    outcome.ToDisplayName(),
                    .. ReportOrder.Severities.Select(severity => Number(report.CountOf(outcome, severity))),
                    Number(report.CountOf(outcome)),
                ]
        );

    private static void AddFindings(MarkdownText text, RuleOutcome outcome, List<ReportFinding> findings)
    {
        var heading = $"{outcome.ToDisplayName()} ({Number(findings.Count)})";
        if (findings[0].NeedsAction)
        {
            text.AddTable(heading, ["Severity", "Rule", "Target", "Finding"], findings, CellsOf);
            return;
        }

        text.AddTable(
            heading,
            ["Rule", "Target"],
            findings,
            finding => [RuleOf(finding), MarkdownText.Code(finding.TargetName)],
            isCollapsed: true
        );
    }

    private static string[] CellsOf(ReportFinding finding)
    {
        string?[] lines =
        [
            MarkdownText.Escape(finding.Message),
            finding.Recommendation.Length > 0 ? "**To do:** " + MarkdownText.Escape(finding.Recommendation) : null,
            finding.Place is { } place ? MarkdownText.Code(place) : null,
        ];
        return
        [
            finding.Severity.ToString(),
            RuleOf(finding),
            MarkdownText.Code(finding.TargetName),
            string.Join("<br>", lines.Where(line => line is not null)),
        ];
    }

    private static string RuleOf(ReportFinding finding)
    {
        var id = MarkdownText.Escape(finding.Rule);
        return (finding.Uri is { } uri ? MarkdownText.Link(id, uri) : id) + " " + MarkdownText.Escape(finding.Title);
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
