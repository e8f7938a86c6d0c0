using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Authlete.Configuration.Rules;

/// <summary>Applies suppressions to findings.</summary>
/// <param name="suppressions">The suppressions of the file.</param>
/// <param name="today">The day, in UTC.</param>
internal sealed class Suppressions(IReadOnlyList<Suppression> suppressions, DateTime today)
{
    private readonly Entry[] _entries = [.. suppressions.Select(suppression => new Entry(suppression))];

    public static Suppressions None { get; } = new([], DateTime.MinValue);

    /// <summary>Suppresses an accepted finding. If the suppression has expired, the message says so.</summary>
    public RuleFinding Apply(RuleFinding finding)
    {
        if (_entries.Length == 0 || finding.Outcome is RuleOutcome.Pass or RuleOutcome.NotApplicable)
        {
            return finding;
        }

        Suppression? expired = null;
        foreach (var entry in _entries)
        {
            if (!entry.Fits(finding))
            {
                continue;
            }

            // A skipped finding might fail, so it isn't known whether the suppression is needed.
            entry.IsUsed = true;
            if (finding.Outcome == RuleOutcome.Skipped)
            {
                continue;
            }

            if (entry.Suppression.Expires is not { } expires || today.Date <= expires.Date)
            {
                return finding with
                {
                    Outcome = RuleOutcome.Suppressed,
                    Message = $"{finding.Message} Accepted: {entry.Suppression.Reason}",
                };
            }

            expired = entry.Suppression;
        }

        return expired is null
            ? finding
            : finding with
            {
                Message =
                    $"{finding.Message} The suppression expired on {expired.Expires!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}: {expired.Reason}",
            };
    }

    /// <summary>The suppressions that matched nothing, although their rules were applied.</summary>
    public IEnumerable<Suppression> FindUnused(IReadOnlyCollection<ConfigurationRule> applied) =>
        _entries.Where(entry => !entry.IsUsed && applied.Any(rule => entry.Rule.Matches(rule.Id))).Select(entry => entry.Suppression);

    private sealed class Entry(Suppression suppression)
    {
        private readonly NamePattern _target = new(suppression.Target);

        public Suppression Suppression => suppression;

        public NamePattern Rule { get; } = new(suppression.Rule);

        public bool IsUsed { get; set; }

        public bool Fits(RuleFinding finding) =>
            Rule.Matches(finding.Rule.Id)
            && (
                finding.Target.Kind == RuleKind.Service
                    ? _target.Matches(Suppression.ServiceTarget)
                    : _target.Matches(finding.Target.Label)
                        || _target.Matches(finding.Target.Alias)
                        || _target.Matches(finding.Target.Id?.ToString(CultureInfo.InvariantCulture))
            );
    }
}
