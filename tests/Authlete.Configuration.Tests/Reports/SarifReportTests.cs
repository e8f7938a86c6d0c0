using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Authlete.Configuration.Reports;
using Authlete.Configuration.Rules;
using CsCheck;
using Json.Schema;
using Xunit;

namespace Authlete.Configuration.Tests.Reports;

/// <summary>SARIF, validated with its schema and the further requirements of GitHub code scanning.</summary>
public sealed class SarifReportTests
{
    private static readonly JsonSchema s_schema = JsonSchema.FromFile(
        Path.Combine(AppContext.BaseDirectory, "Reports", "sarif-2.1.0.json")
    );

    [Fact]
    public void Any_report_is_what_the_schema_asks_for() =>
        ReportSamples.Reports.Sample(report => Assert.Empty(ErrorsIn(SarifReport.Write(report))), iter: 200);

    /// <summary>Checks the validation itself.</summary>
    [Fact]
    public void The_schema_refuses_a_member_that_it_does_not_know() =>
        Assert.NotEmpty(ErrorsIn(SarifReport.Write(ReportSamples.Of(ReportSamples.Failed)).Replace("\"ruleIndex\"", "\"ruleNo\"")));

    [Fact]
    public void A_result_says_what_was_found_in_which_line()
    {
        var result = ResultsOf(ReportSamples.Of(ReportSamples.Failed)).Single();

        Assert.Equal("AUT-C03", Text(result, "ruleId"));
        Assert.Equal("error", Text(result, "level"));
        Assert.Equal(
            "Client web-shop: pkceRequired is false. Set pkceRequired to true.",
            result.GetProperty("message").GetProperty("text").GetString()
        );
        var location = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("prod/clients/web-shop.json", location.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(12, location.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Fact]
    public void Each_outcome_has_its_kind_and_only_failures_have_a_level()
    {
        var results = ResultsOf(ReportSamples.Of(ReportSamples.OfEachOutcome[1..]));

        Assert.Equal(
            ["fail error", "review none", "open none", "fail note", "pass none", "notApplicable none"],
            results.Select(result => Text(result, "kind") + " " + Text(result, "level"))
        );
        var suppressed = results.Single(result => result.TryGetProperty("suppressions", out _));
        Assert.Equal("Suppressed", suppressed.GetProperty("properties").GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData(nameof(RuleSeverity.High), "error", "8.0")]
    [InlineData(nameof(RuleSeverity.Medium), "warning", "5.5")]
    [InlineData(nameof(RuleSeverity.Low), "note", "2.0")]
    [InlineData(nameof(RuleSeverity.Info), "note", null)]
    public void A_rule_has_the_severity_that_code_scanning_shows(string severity, string level, string? number)
    {
        var finding = ReportSamples.Failed with { Severity = Enum.Parse<RuleSeverity>(severity) };
        var rule = RulesOf(ReportSamples.Of(finding)).Single();

        Assert.Equal(level, rule.GetProperty("defaultConfiguration").GetProperty("level").GetString());
        Assert.Equal(number, rule.GetProperty("properties").TryGetProperty("security-severity", out var value) ? value.GetString() : null);
    }

    /// <summary>The required and recommended members from "SARIF support for code scanning" on docs.github.com.</summary>
    [Fact]
    public void Any_report_has_what_code_scanning_asks_for() =>
        ReportSamples.Reports.Sample(
            report =>
            {
                var rules = RulesOf(report);
                Assert.Equal(rules.Count, rules.Select(rule => Text(rule, "id")).Distinct().Count());
                Assert.All(rules, rule => Assert.All(["shortDescription", "fullDescription", "help"], name => RequireText(rule, name)));
                foreach (var result in ResultsOf(report))
                {
                    Assert.Equal(Text(rules[result.GetProperty("ruleIndex").GetInt32()], "id"), Text(result, "ruleId"));
                    RequireText(result, "message");
                    var location = result.GetProperty("locations").EnumerateArray().Single().GetProperty("physicalLocation");
                    var uri = location.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
                    Assert.True(Uri.IsWellFormedUriString(uri, UriKind.Relative) || uri.StartsWith("file:", StringComparison.Ordinal), uri);
                    Assert.True(location.GetProperty("region").GetProperty("startLine").GetInt32() > 0);
                }
            },
            iter: 100
        );

    [Fact]
    public void A_finding_is_the_same_one_if_its_line_message_or_name_changes()
    {
        var live = ReportSamples.Failed with { File = null, Line = null };

        Assert.Equal(FingerprintOf(ReportSamples.Failed), FingerprintOf(ReportSamples.Failed with { Line = 40, Message = "other" }));
        Assert.Equal(FingerprintOf(live), FingerprintOf(live with { Target = "renamed (4326385670)" }));
        ReportFinding[] others =
        [
            ReportSamples.Failed,
            ReportSamples.Failed with
            {
                Rule = "AUT-C04",
            },
            ReportSamples.Failed with
            {
                File = "test/clients/web-shop.json",
            },
            live,
            live with
            {
                Id = "7",
            },
            live with
            {
                Kind = "Service",
            },
        ];
        Assert.Equal(others.Length, others.Select(FingerprintOf).Distinct().Count());
    }

    [Fact]
    public void A_live_client_has_a_path_of_its_own_and_the_fingerprint_that_code_scanning_compares()
    {
        var result = ResultsOf(ReportSamples.Of(ReportSamples.Failed with { File = null, Line = null })).Single();
        var location = result.GetProperty("locations")[0];

        Assert.Equal(
            "authlete/client/4326385670",
            location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()
        );
        Assert.Equal("Client web-shop", location.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString());
        Assert.Matches("^[0-9a-f]{16}:1$", result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()!);
    }

    [Fact]
    public void A_text_makes_no_link()
    {
        var finding = ReportSamples.Failed with { Message = "clientName is [click](https://evil.example)." };

        Assert.Contains(
            @"\[click\](https://evil.example)",
            ResultsOf(ReportSamples.Of(finding)).Single().GetProperty("message").GetProperty("text").GetString()!,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_difference_is_a_failure_and_another_property_another_one()
    {
        ReportDifference[] differences =
        [
            ReportSamples.Difference,
            ReportDifference.Create("Client", "web-shop", "4326385670", "contacts", null, "a@example.com", "=>"),
        ];
        var results = ResultsOf(new ConfigurationReport(null, [], differences, problemsOnly: true));

        Assert.All(results, result => Assert.Equal("configuration-difference", Text(result, "ruleId")));
        Assert.All(results, result => Assert.Equal("warning", Text(result, "level")));
        Assert.Equal(2, results.Select(FingerprintOf).Distinct().Count());
    }

    [Fact]
    public void Nothing_checked_is_a_warning_of_the_run()
    {
        var run = JsonDocument.Parse(SarifReport.Write(ReportSamples.Of())).RootElement.GetProperty("runs")[0];

        Assert.Empty(run.GetProperty("results").EnumerateArray());
        var notification = run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0];
        Assert.Contains(
            "nothing was checked",
            notification.GetProperty("message").GetProperty("text").GetString(),
            StringComparison.Ordinal
        );
    }

    private static List<string> ErrorsIn(string json)
    {
        using var document = JsonDocument.Parse(json);
        var options = new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true };
        var results = s_schema.Evaluate(document.RootElement, options);
        return results.IsValid
            ? []
            :
            [
                .. (results.Details ?? [])
                    .Where(detail => detail.Errors is not null)
                    .Select(detail => detail.InstanceLocation + ": " + string.Join(" ", detail.Errors!.Values)),
                "The log is not valid.",
            ];
    }

    private static JsonElement RunOf(ConfigurationReport report) =>
        JsonDocument.Parse(SarifReport.Write(report)).RootElement.GetProperty("runs")[0];

    private static List<JsonElement> ResultsOf(ConfigurationReport report) => [.. RunOf(report).GetProperty("results").EnumerateArray()];

    private static List<JsonElement> RulesOf(ConfigurationReport report) =>
        [.. RunOf(report).GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()];

    private static string FingerprintOf(ReportFinding finding) => FingerprintOf(ResultsOf(ReportSamples.Of(finding)).Single());

    private static string FingerprintOf(JsonElement result) =>
        result.GetProperty("partialFingerprints").GetProperty("authleteFinding/v1").GetString()!;

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString()!;

    private static void RequireText(JsonElement parent, string name) =>
        Assert.NotEqual("", parent.GetProperty(name).GetProperty("text").GetString());
}
