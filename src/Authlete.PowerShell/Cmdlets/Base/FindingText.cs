using Authlete.Configuration.Rules;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Findings in the form in which they are written to the pipeline. There can be tens of thousands, so texts that they share are created once.</summary>
internal static class FindingText
{
    public static ConfigurationFinding ToOutput(RuleFinding finding) =>
        new()
        {
            Rule = finding.Rule.Id,
            Title = finding.Rule.Title,
            Severity = NameOf(finding.Severity),
            Kind = finding.Target.Kind == RuleKind.Service ? nameof(RuleKind.Service) : nameof(RuleKind.Client),
            Target = finding.Target.Name,
            Id = finding.Target.Id,
            Outcome = NameOf(finding.Outcome),
            Message = finding.Message,
            Property = finding.Property,
            Recommendation = finding.Rule.Recommendation,
            Reference = finding.Rule.ReferenceText,
            Uri = finding.Rule.Uri,
            File = finding.Target.File,
            Line = finding.Line,
        };

    private static string NameOf(RuleSeverity severity) =>
        severity switch
        {
            RuleSeverity.High => nameof(RuleSeverity.High),
            RuleSeverity.Medium => nameof(RuleSeverity.Medium),
            RuleSeverity.Low => nameof(RuleSeverity.Low),
            _ => nameof(RuleSeverity.Info),
        };

    private static string NameOf(RuleOutcome outcome) =>
        outcome switch
        {
            RuleOutcome.Pass => nameof(RuleOutcome.Pass),
            RuleOutcome.Fail => nameof(RuleOutcome.Fail),
            RuleOutcome.NotApplicable => nameof(RuleOutcome.NotApplicable),
            RuleOutcome.Skipped => nameof(RuleOutcome.Skipped),
            RuleOutcome.Investigate => nameof(RuleOutcome.Investigate),
            _ => nameof(RuleOutcome.Suppressed),
        };
}
