using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Encodings;
using Authlete.Configuration.Rules;

namespace Authlete.Configuration.Reports;

/// <summary>The content of a report: sorted findings and differences, and their numbers.</summary>
internal sealed class ConfigurationReport
{
    /// <summary>The verdict for an empty input, which must not look like success.</summary>
    public const string NothingReported =
        "There are no findings and no differences. If the input came from Test-AuthleteConfiguration, nothing was checked. If it came from Compare-AuthleteConfiguration, nothing differs.";

    private readonly Dictionary<(RuleOutcome, RuleSeverity), int> _counts;

    /// <param name="title">The title; null for one that names the content.</param>
    /// <param name="findings">The findings.</param>
    /// <param name="differences">The differences.</param>
    /// <param name="problemsOnly">Whether to omit findings that need no action. They are still counted.</param>
    public ConfigurationReport(
        string? title,
        IEnumerable<ReportFinding> findings,
        IEnumerable<ReportDifference> differences,
        bool problemsOnly
    )
    {
        var all = findings.Select(finding => finding.Escape()).ToList();
        _counts = all.GroupBy(finding => (finding.Outcome, finding.Severity)).ToDictionary(same => same.Key, same => same.Count());
        Count = all.Count;
        if (problemsOnly)
        {
            all.RemoveAll(finding => !finding.IsProblem);
        }

        all.Sort(ReportOrder.Compare);
        Findings = all;
        var sorted = differences.ToList();
        sorted.Sort(ReportOrder.Compare);
        Differences = sorted;
        Title = PrintableText.Escape(
            title
                ?? "Authlete configuration"
                    + (
                        Count > 0 ? ": checks"
                        : Differences.Count > 0 ? ": differences"
                        : ""
                    )
        );
    }

    public string Title { get; }

    public IReadOnlyList<ReportFinding> Findings { get; }

    public IReadOnlyList<ReportDifference> Differences { get; }

    /// <summary>The number of findings, including omitted ones.</summary>
    public int Count { get; }

    /// <summary>The number of findings and differences that are shown.</summary>
    public int RowCount => Findings.Count + Differences.Count;

    public bool IsEmpty => Count == 0 && Differences.Count == 0;

    /// <summary>Whether something was checked, and nothing failed, differs, or was left undecided.</summary>
    public bool IsHealthy =>
        CountOf(RuleOutcome.Pass) > 0
        && Differences.Count == 0
        && CountOf(RuleOutcome.Fail) + CountOf(RuleOutcome.Investigate) + CountOf(RuleOutcome.Skipped) == 0;

    /// <summary>The result in a sentence or two.</summary>
    public string Verdict
    {
        get
        {
            var sentences = new List<string>();
            if (Differences.Count > 0)
            {
                sentences.Add(Differences.Count == 1 ? "There is one difference." : Number(Differences.Count) + " differences.");
            }

            if (Count > 0)
            {
                AddFindings(sentences);
            }

            return sentences.Count == 0 ? NothingReported : string.Join(" ", sentences);
        }
    }

    public int CountOf(RuleOutcome outcome) => _counts.Where(entry => entry.Key.Item1 == outcome).Sum(entry => entry.Value);

    public int CountOf(RuleOutcome outcome, RuleSeverity severity) => _counts.TryGetValue((outcome, severity), out var count) ? count : 0;

    private void AddFindings(List<string> sentences)
    {
        var failed = CountOf(RuleOutcome.Fail);
        var decided = failed + CountOf(RuleOutcome.Pass);
        sentences.Add(
            decided == 0 ? "No check passed or failed."
            : failed == 0 ? $"None of {Number(decided)} checks failed."
            : $"{Number(failed)} of {Number(decided)} checks failed."
        );
        AddCount(RuleOutcome.Investigate, "to investigate");
        AddCount(RuleOutcome.Skipped, "skipped");
        AddCount(RuleOutcome.Suppressed, "suppressed");

        void AddCount(RuleOutcome outcome, string text)
        {
            if (CountOf(outcome) is > 0 and var count)
            {
                sentences.Add($"{Number(count)} {text}.");
            }
        }
    }

    private static string Number(int count) => count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
