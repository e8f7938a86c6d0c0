using System;
using System.Linq;
using System.Text;
using Authlete.Configuration.Reports;
using Authlete.Configuration.Rules;
using CsCheck;
using Xunit;

namespace Authlete.Configuration.Tests.Reports;

/// <summary>Markdown, as GitHub shows it in the summary of a job.</summary>
public sealed class MarkdownReportTests
{
    private const int MaxBytes = 1024 * 1024;

    [Fact]
    public void The_verdict_and_the_counts_come_first_and_then_what_failed()
    {
        var lines = MarkdownReport.Write(ReportSamples.Of(ReportSamples.OfEachOutcome)).Split('\n');

        Assert.Equal("# Authlete configuration: checks", lines[0]);
        Assert.Equal("**2 of 3 checks failed. 1 to investigate. 1 skipped. 1 suppressed.**", lines[2]);
        Assert.Contains("| Failed | 2 | 0 | 0 | 0 | 2 |", lines);
        Assert.Equal(
            ["## Failed (2)", "## Investigate (1)", "## Skipped (1)", "## Suppressed (1)"],
            lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal))
        );
        Assert.Contains(lines, line => line.Contains("[AUT-C03](https://example.com/rules/AUT-C03)", StringComparison.Ordinal));
    }

    /// <summary>A cell that ends early would move the next ones under other headings.</summary>
    [Fact]
    public void Any_row_has_as_many_cells_as_its_table_and_no_markup_of_its_texts() =>
        ReportSamples.Reports.Sample(
            report =>
            {
                var cells = 0;
                foreach (var line in MarkdownReport.Write(report).Split('\n'))
                {
                    Assert.DoesNotContain("<script", line, StringComparison.Ordinal);
                    Assert.DoesNotContain("@team", line, StringComparison.Ordinal);
                    Assert.DoesNotContain("https://evil", line, StringComparison.Ordinal);
                    Assert.DoesNotContain(line, character => char.IsControl(character));
                    var count = line.StartsWith('|') ? CountCells(line) : 0;
                    Assert.True(cells == 0 || count == 0 || count == cells, line);
                    cells = count;
                }
            },
            iter: 200
        );

    [Fact]
    public void Findings_beyond_the_limit_of_a_summary_are_omitted_and_counted()
    {
        var message = new string('ä', 900);
        var findings = Enumerable
            .Range(0, 2000)
            .Select(index => ReportSamples.Failed with { Target = $"client-{index:0000}", Message = message })
            .Append(ReportSamples.Failed with { Outcome = RuleOutcome.Investigate, Message = message })
            .Append(ReportSamples.Failed with { Outcome = RuleOutcome.Pass, Title = message });

        var text = MarkdownReport.Write(ReportSamples.Of(findings));

        Assert.InRange(Encoding.UTF8.GetByteCount(text), MaxBytes - 10_000, MaxBytes);
        var shown = text.Split('\n').Count(line => line.StartsWith("| High | [AUT-C03]", StringComparison.Ordinal));
        Assert.Contains($"\nOmitted rows: {2000 - shown}, because a summary is limited to 1 MiB.", text, StringComparison.Ordinal);
        Assert.Contains("\nInvestigate (1): omitted rows: 1, because a summary is limited to 1 MiB.", text, StringComparison.Ordinal);
        Assert.Contains("\nPassed (1): omitted rows: 1, because a summary is limited to 1 MiB.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<details>", text, StringComparison.Ordinal);
        Assert.StartsWith(
            "# Authlete configuration: checks\n\n**2,000 of 2,001 checks failed. 1 to investigate.**",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_difference_has_both_values()
    {
        ReportDifference[] differences = [ReportSamples.Difference, ReportDifference.Create("Client", "old", "7", null, null, null, "<=")];

        var text = MarkdownReport.Write(new ConfigurationReport("Drift", [], differences, problemsOnly: false));

        Assert.Contains("| <code>Client web-shop (4326385670)</code> | pkceRequired | true | false |", text, StringComparison.Ordinal);
        Assert.Contains("| <code>Client old (7)</code> | the whole client | exists | (none) |", text, StringComparison.Ordinal);
        Assert.StartsWith("# Drift\n\n**2 differences.**\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_without_any_check_says_so() =>
        Assert.Contains("nothing was checked", MarkdownReport.Write(ReportSamples.Of()), StringComparison.Ordinal);

    private static int CountCells(string row) =>
        row.Replace(@"\\", "", StringComparison.Ordinal).Replace(@"\|", "", StringComparison.Ordinal).Count(character => character == '|')
        - 1;
}
