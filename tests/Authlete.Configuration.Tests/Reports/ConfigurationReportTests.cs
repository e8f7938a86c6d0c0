using System;
using System.Linq;
using Authlete.Configuration.Reports;
using Authlete.Configuration.Rules;
using CsCheck;
using Xunit;

namespace Authlete.Configuration.Tests.Reports;

/// <summary>Properties of reports in every format.</summary>
public sealed class ConfigurationReportTests
{
    [Theory]
    [InlineData(nameof(ReportFormat.Html))]
    [InlineData(nameof(ReportFormat.Markdown))]
    [InlineData(nameof(ReportFormat.Sarif))]
    [InlineData(nameof(ReportFormat.JUnit))]
    public void The_same_findings_in_any_order_are_the_same_text(string name)
    {
        var format = Enum.Parse<ReportFormat>(name);
        var text = ReportWriting.Write(ReportSamples.Of(ReportSamples.OfEachOutcome), format);

        Gen.Shuffle(ReportSamples.OfEachOutcome)
            .Sample(findings => Assert.Equal(text, ReportWriting.Write(ReportSamples.Of(findings), format)), iter: 20);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void Failed_comes_first_by_severity_and_the_service_before_its_clients()
    {
        ReportFinding[] findings =
        [
            ReportSamples.Failed with
            {
                Outcome = RuleOutcome.Pass,
            },
            ReportSamples.Failed with
            {
                Severity = RuleSeverity.Low,
            },
            ReportSamples.Failed,
            ReportSamples.Failed with
            {
                Kind = "Service",
                Target = "zzz",
            },
            ReportSamples.Failed with
            {
                Outcome = RuleOutcome.Skipped,
            },
        ];

        Assert.Equal(
            ["Fail High Service", "Fail High Client", "Fail Low Client", "Skipped High Client", "Pass High Client"],
            ReportSamples.Of(findings).Findings.Select(finding => $"{finding.Outcome} {finding.Severity} {finding.Kind}")
        );
    }

    [Theory]
    [InlineData("/repo/prod/clients/a.json", "/repo", "prod/clients/a.json")]
    [InlineData("/repository/a.json", "/repo", "/repository/a.json")]
    [InlineData("./prod/./a.json", "/repo", "prod/./a.json")]
    [InlineData(@"C:\Repo\prod\a.json", @"c:\repo", "prod/a.json")]
    [InlineData(@"D:\prod\a.json", @"C:\repo", "D:/prod/a.json")]
    public void A_path_is_shown_from_the_folder_where_the_report_is_made(string path, string folder, string relative) =>
        Assert.Equal(relative, FilePath.MakeRelative(path, folder));

    [Theory]
    [InlineData("prod/clients/a b#1.json", "prod/clients/a%20b%231.json")]
    [InlineData("a:b/c", "a%3Ab/c")]
    [InlineData("/etc/a.json", "file:///etc/a.json")]
    [InlineData("C:/prod/a.json", "file:///C:/prod/a.json")]
    [InlineData("//server/share/a.json", "file://server/share/a.json")]
    public void A_path_becomes_a_reference(string path, string uri) => Assert.Equal(uri, FilePath.ToUri(path));
}
