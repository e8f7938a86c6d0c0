namespace Authlete.Configuration.Rules;

/// <summary>What the predicate of a rule says about a target.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Message">What was found, with the members and their values.</param>
/// <param name="Property">The path of the member that decided; null if it is no single one.</param>
/// <param name="Severity">The severity if it isn't the rule's own.</param>
internal readonly record struct Verdict(RuleOutcome Outcome, string Message, string? Property = null, RuleSeverity? Severity = null)
{
    public static Verdict Pass(string message) => new(RuleOutcome.Pass, message);

    public static Verdict NotApplicable(string message) => new(RuleOutcome.NotApplicable, message);

    public static Verdict Fail(string property, string message, RuleSeverity? severity = null) =>
        new(RuleOutcome.Fail, message, property, severity);

    public static Verdict Investigate(string property, string message) => new(RuleOutcome.Investigate, message, property);
}
