using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Authlete.Configuration.Rules;

namespace Authlete.Configuration.Reports;

/// <summary>Writes a page in one file that loads nothing: its policy allows only its own style and script, by hash.</summary>
internal static class HtmlReport
{
    public static string Write(ConfigurationReport report)
    {
        var style = ReadResource("Report.css");
        var script = ReadResource("Report.js");
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["style"] = style,
            ["style-hash"] = HashOf(style),
            ["script"] = script,
            ["script-hash"] = HashOf(script),
            ["title"] = HtmlText.Escape(report.Title),
            ["verdict"] = HtmlText.Escape(report.Verdict),
            ["health"] = HealthOf(report),
            ["counts"] = report.Count > 0 ? Counts(report) : "",
            ["content"] = Content(report),
        };

        // Every second piece is a name. Inserted text isn't searched for names.
        var pieces = ReadResource("Report.html").Split(["{{", "}}"], StringSplitOptions.None);
        return string.Concat(pieces.Select((piece, index) => index % 2 == 0 ? piece : parts[piece]));
    }

    private static string HealthOf(ConfigurationReport report) =>
        report.IsHealthy ? "good"
        : report.CountOf(RuleOutcome.Fail) == 0 && report.Differences.Count == 0 ? "look"
        : "bad";

    private static string Counts(ConfigurationReport report)
    {
        var html = new StringBuilder("<dl class=\"counts\">\n");
        foreach (var outcome in ReportOrder.Outcomes)
        {
            html.Append($"<div><dt>{outcome.ToDisplayName()}</dt><dd>{Number(report.CountOf(outcome))}");
            var severities = ReportOrder
                .Severities.Where(severity => outcome == RuleOutcome.Fail && report.CountOf(outcome, severity) > 0)
                .Select(severity => $"{Number(report.CountOf(outcome, severity))} {severity}");
            if (string.Join(", ", severities) is { Length: > 0 } text)
            {
                html.Append($"<span>{text}</span>");
            }

            html.Append("</dd></div>\n");
        }

        return html.Append("</dl>\n").ToString();
    }

    private static string Content(ConfigurationReport report)
    {
        var html = new StringBuilder();
        if (report.RowCount > 0)
        {
            AddFilter(html, report);
        }

        if (report.Differences.Count > 0)
        {
            HtmlTables.AddDifferences(html, report.Differences);
        }

        if (report.Findings.Count > 0)
        {
            HtmlTables.AddFindings(html, report.Findings);
        }

        return html.ToString();
    }

    private static void AddFilter(StringBuilder html, ConfigurationReport report)
    {
        html.Append("<form id=\"filter\" aria-label=\"Filter\" autocomplete=\"off\" hidden>\n");
        if (report.Findings.Count > 0)
        {
            var outcomes = report.Findings.Select(finding => finding.Outcome).Distinct();
            var severities = report.Findings.Select(finding => finding.Severity).Distinct().OrderByDescending(severity => severity);
            AddChoice(html, "outcome", "Outcome", outcomes.Select(outcome => (outcome.ToString(), outcome.ToDisplayName())));
            AddChoice(html, "severity", "Severity", severities.Select(severity => (severity.ToString(), severity.ToString())));
        }

        html.Append(
            "<label class=\"wide\">Service or client<input name=\"target\" type=\"search\" list=\"targets\" spellcheck=\"false\"></label>\n"
        );
        html.Append("<datalist id=\"targets\">\n");
        var targets = report
            .Findings.Select(finding => finding.TargetName)
            .Concat(report.Differences.Select(difference => difference.Target))
            .Distinct(StringComparer.Ordinal)
            .OrderBy(target => target, StringComparer.Ordinal);
        foreach (var target in targets)
        {
            html.Append($"<option value=\"{HtmlText.Escape(target)}\"></option>\n");
        }

        html.Append("</datalist>\n<button type=\"reset\">Show all</button>\n</form>\n<output id=\"status\" form=\"filter\"></output>\n");
    }

    private static void AddChoice(StringBuilder html, string name, string label, IEnumerable<(string Value, string Text)> choices)
    {
        html.Append($"<label>{label}<select name=\"{name}\"><option value=\"\">All</option>");
        foreach (var (value, text) in choices)
        {
            html.Append($"<option value=\"{value}\">{text}</option>");
        }

        html.Append("</select></label>\n");
    }

    private static string HashOf(string text)
    {
        using var sha = SHA256.Create();
        return Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }

    private static string ReadResource(string name)
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);

        // A checkout on Windows can have other line endings.
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
