namespace Authlete.Configuration.Rules;

/// <summary>What became of a rule at one target.</summary>
internal enum RuleOutcome
{
    /// <summary>The target follows the rule.</summary>
    Pass,

    /// <summary>The target breaks the rule.</summary>
    Fail,

    /// <summary>The rule is about something that the target doesn't use.</summary>
    NotApplicable,

    /// <summary>What the rule reads could not be read.</summary>
    Skipped,

    /// <summary>The API can't tell: a person has to look.</summary>
    Investigate,

    /// <summary>The target breaks the rule, and the suppression file accepts it.</summary>
    Suppressed,
}
