namespace Authlete.Configuration.Rules;

/// <summary>The result of a rule for a target.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Target">The target.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Severity">The severity.</param>
/// <param name="Message">What was found.</param>
/// <param name="Property">The path of the member that determined the outcome.</param>
internal readonly record struct RuleFinding(
    ConfigurationRule Rule,
    RuleTarget Target,
    RuleOutcome Outcome,
    RuleSeverity Severity,
    string Message,
    string? Property
)
{
    /// <summary>The line of the member in the file; null if the file doesn't contain it.</summary>
    public int? Line => Property is null ? null : Target.Lines?.Find(Property);
}
