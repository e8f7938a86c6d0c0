using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Authlete.Configuration.Reports;

/// <summary>Writes the tables of the page. Explicit roles keep them tables when the style shows rows as cards.</summary>
internal static class HtmlTables
{
    public static void AddFindings(StringBuilder html, IEnumerable<ReportFinding> findings)
    {
        Begin(html, "findings", "Checks", ["Outcome", "Severity", "Rule", "Target", "Finding"]);
        foreach (var finding in findings)
        {
            html.Append(
                $"<tr role=\"row\" data-outcome=\"{finding.Outcome}\" data-severity=\"{finding.Severity}\" data-target=\"{HtmlText.Escape(finding.TargetName)}\">"
            );
            AddCell(html, null, $"<span class=\"badge {finding.Outcome}\">{finding.Outcome.ToDisplayName()}</span>");
            AddCell(html, null, finding.Severity.ToString());
            html.Append(
                $"<th role=\"rowheader\" scope=\"row\"><span class=\"id\">{RuleOf(finding)}</span> {HtmlText.Escape(finding.Title)}</th>"
            );
            AddCell(html, "Target", HtmlText.Escape(finding.TargetName));
            AddCell(html, "Finding", string.Concat(DetailsOf(finding)));
            html.Append("</tr>\n");
        }

        End(html);
    }

    public static void AddDifferences(StringBuilder html, IEnumerable<ReportDifference> differences)
    {
        Begin(html, "differences", "Differences", ["Target", "Property", "Reference", "Other side"]);
        foreach (var difference in differences)
        {
            html.Append($"<tr role=\"row\" data-target=\"{HtmlText.Escape(difference.Target)}\">");
            html.Append($"<th role=\"rowheader\" scope=\"row\">{HtmlText.Escape(difference.Target)}</th>");
            AddCell(html, "Property", HtmlText.Escape(difference.Subject));
            AddValue(html, "Reference", difference.Reference);
            AddValue(html, "Other side", difference.Difference);
            html.Append("</tr>\n");
        }

        End(html);
    }

    private static void Begin(StringBuilder html, string name, string title, IEnumerable<string> columns)
    {
        html.Append($"<section aria-labelledby=\"{name}-title\">\n<h2 id=\"{name}-title\">{title}</h2>\n");
        html.Append($"<table class=\"{name}\" role=\"table\">\n<caption>{title}</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">");
        html.Append(string.Concat(columns.Select(column => $"<th role=\"columnheader\" scope=\"col\">{column}</th>")));
        html.Append("</tr></thead>\n<tbody role=\"rowgroup\">\n");
    }

    private static void End(StringBuilder html) => html.Append("</tbody>\n</table>\n</section>\n");

    private static void AddCell(StringBuilder html, string? label, string content) =>
        html.Append(label is null ? "<td role=\"cell\">" : $"<td role=\"cell\" data-label=\"{label}\">").Append(content).Append("</td>");

    private static void AddValue(StringBuilder html, string label, string? value) =>
        AddCell(
            html,
            label,
            value is null ? $"<span class=\"note\">{ReportDifference.Nothing}</span>" : $"<code>{HtmlText.Escape(value)}</code>"
        );

    private static string RuleOf(ReportFinding finding) =>
        finding.Uri is { } uri ? HtmlText.Link(finding.Rule, uri) : HtmlText.Escape(finding.Rule);

    private static IEnumerable<string> DetailsOf(ReportFinding finding)
    {
        yield return $"<p>{HtmlText.Escape(finding.Message)}</p>";
        if (finding.NeedsAction && finding.Recommendation.Length > 0)
        {
            yield return $"<p><strong>To do:</strong> {HtmlText.Escape(finding.Recommendation)}</p>";
        }

        if (finding.NeedsAction && finding.Reference.Length > 0)
        {
            yield return $"<p class=\"note\">{HtmlText.Escape(finding.Reference)}</p>";
        }

        if (finding.Place is { } place)
        {
            yield return $"<p class=\"note\"><code>{HtmlText.Escape(place)}</code></p>";
        }
    }
}
