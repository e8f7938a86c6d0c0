namespace Authlete.Configuration.Rules;

/// <summary>The result of a rule's predicate for a target.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Message">The finding, with members and their values.</param>
/// <param name="Property">The path of the member that determined the outcome; null if several did.</param>
/// <param name="Severity">The severity; null for that of the rule.</param>
internal readonly record struct Verdict(RuleOutcome Outcome, string Message, string? Property = null, RuleSeverity? Severity = null)
{
    public static Verdict Pass(string message) => new(RuleOutcome.Pass, message);

    public static Verdict NotApplicable(string message) => new(RuleOutcome.NotApplicable, message);

    public static Verdict Fail(string property, string message, RuleSeverity? severity = null) =>
        new(RuleOutcome.Fail, message, property, severity);

    public static Verdict Investigate(string property, string message) => new(RuleOutcome.Investigate, message, property);
}
