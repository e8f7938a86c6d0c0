using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Authlete.ApiClient.Encodings;
using Authlete.Configuration.Json;
using Authlete.Configuration.Rules;

namespace Authlete.Configuration.Reports;

/// <summary>Writes SARIF 2.1.0 (OASIS), with the properties that GitHub code scanning needs.</summary>
internal static class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private const string Project = "https://github.com/authlete-powershell/authlete-powershell";

    // Code scanning truncates longer descriptions.
    private const int MaxTextLength = 1000;

    // Critical is above 9.0, high from 7.0, medium from 4.0; a rule without a number has the level of its results.
    private static readonly Dictionary<RuleSeverity, string> s_securitySeverities = new()
    {
        [RuleSeverity.High] = "8.0",
        [RuleSeverity.Medium] = "5.5",
        [RuleSeverity.Low] = "2.0",
    };

    public static string Write(ConfigurationReport report)
    {
        var findings = report.Findings.Concat(report.Differences.Select(difference => difference.ToFinding())).ToList();
        var rules = findings
            .GroupBy(finding => finding.Rule, StringComparer.Ordinal)
            .OrderBy(rule => rule.Key, StringComparer.Ordinal)
            .ToList();
        var indexes = rules
            .Select((rule, index) => (rule.Key, index))
            .ToDictionary(rule => rule.Key, rule => rule.index, StringComparer.Ordinal);
        return StableJson.Write(
            new JsonMembers
            {
                ["$schema"] = Schema,
                ["version"] = "2.1.0",
                ["runs"] = List(
                    new JsonMembers
                    {
                        ["tool"] = new JsonMembers { ["driver"] = Driver(rules) },
                        ["columnKind"] = "utf16CodeUnits",
                        ["invocations"] = List(Invocation(report)),
                        ["properties"] = new JsonMembers { ["title"] = report.Title },
                        ["results"] = findings.Select(object? (finding) => Result(finding, indexes[finding.Rule])).ToList(),
                    }
                ),
            }
        );
    }

    private static JsonMembers Driver(IEnumerable<IGrouping<string, ReportFinding>> rules) =>
        new()
        {
            ["name"] = "Authlete for PowerShell",
            ["informationUri"] = Project,
            ["semanticVersion"] = typeof(SarifReport).Assembly.GetName().Version.ToString(3),
            ["rules"] = rules.Select(object? (rule) => Rule(rule)).ToList(),
        };

    private static JsonMembers Rule(IGrouping<string, ReportFinding> findings)
    {
        // Findings of a rule can differ in severity, for example for a locked client.
        var severity = findings.Max(finding => finding.Severity);
        var first = findings.First();
        var title = Cut(first.Title.Length > 0 ? first.Title : first.Rule);
        var todo = findings.Select(finding => finding.Recommendation).FirstOrDefault(text => text.Length > 0);
        var reference = first.Reference.Length > 0 ? "Reference: " + first.Reference : null;
        var help = string.Join("\n\n", new[] { todo ?? title, reference }.Where(text => text is not null));
        var rule = new JsonMembers
        {
            ["id"] = first.Rule,
            ["shortDescription"] = Text(title),
            ["fullDescription"] = Text(Cut(string.Join(" ", new[] { Sentence(title), reference }.Where(text => text is not null)))),
            ["help"] = Text(help),
            ["defaultConfiguration"] = new JsonMembers { ["level"] = LevelOf(severity) },
            ["properties"] = new JsonMembers { ["precision"] = "high", ["tags"] = List("security", "oauth") },
        };
        if (s_securitySeverities.TryGetValue(severity, out var number))
        {
            rule.GetOrAdd("properties")["security-severity"] = number;
        }

        if (first.Uri is { } uri)
        {
            rule["helpUri"] = uri.AbsoluteUri;
        }

        return rule;
    }

    private static JsonMembers Result(ReportFinding finding, int ruleIndex)
    {
        var isFailure = finding.Outcome is RuleOutcome.Fail or RuleOutcome.Suppressed;
        var result = new JsonMembers
        {
            ["ruleId"] = finding.Rule,
            ["ruleIndex"] = Number(ruleIndex),
            ["kind"] = KindOf(finding.Outcome),

            // Only a failure has a level (section 3.27.10).
            ["level"] = isFailure ? LevelOf(finding.Severity) : "none",
            ["message"] = Message(finding),
            ["locations"] = List(SarifLocations.Of(finding)),
            ["partialFingerprints"] = SarifLocations.FingerprintsOf(finding),
            ["properties"] = new JsonMembers
            {
                ["outcome"] = finding.Outcome.ToString(),
                ["severity"] = finding.Severity.ToString(),
                ["target"] = finding.TargetName,
            },
        };
        if (finding.Outcome == RuleOutcome.Suppressed)
        {
            result["suppressions"] = List(
                new JsonMembers
                {
                    ["kind"] = "external",
                    ["status"] = "accepted",
                    ["justification"] = finding.Message,
                }
            );
        }

        return result;
    }

    private static JsonMembers Message(ReportFinding finding)
    {
        var text = finding.Message.Length > 0 ? finding.Message : finding.Title;
        text = $"{finding.TargetName}: {text}";
        if (finding.NeedsAction && finding.Recommendation.Length > 0)
        {
            text = Sentence(text) + " " + finding.Recommendation;
        }

        // Brackets would create a link to any target (section 3.11.6).
        return Text(text.Contains("](") ? text.Replace("\\", "\\\\").Replace("[", "\\[").Replace("]", "\\]") : text);
    }

    private static JsonMembers Invocation(ConfigurationReport report)
    {
        var notifications = new List<object?>();
        if (report.IsEmpty || report.CountOf(RuleOutcome.Skipped) > 0)
        {
            notifications.Add(new JsonMembers { ["level"] = "warning", ["message"] = Text(report.Verdict) });
        }

        return new() { ["executionSuccessful"] = true, ["toolExecutionNotifications"] = notifications };
    }

    private static string KindOf(RuleOutcome outcome) =>
        outcome switch
        {
            RuleOutcome.Pass => "pass",
            RuleOutcome.NotApplicable => "notApplicable",
            RuleOutcome.Skipped => "open",
            RuleOutcome.Investigate => "review",
            _ => "fail",
        };

    private static string LevelOf(RuleSeverity severity) =>
        severity switch
        {
            RuleSeverity.High => "error",
            RuleSeverity.Medium => "warning",
            _ => "note",
        };

    private static JsonMembers Text(string text) => new() { ["text"] = text };

    private static string Sentence(string text) => text.EndsWith(".", StringComparison.Ordinal) ? text : text + ".";

    private static string Cut(string text) => PrintableText.Cut(text, MaxTextLength);

    private static JsonNumber Number(int value) => new(value.ToString(CultureInfo.InvariantCulture));

    private static List<object?> List(params object?[] items) => [.. items];
}
