namespace Authlete.Configuration.Rules;

/// <summary>The outcome of a rule for a target.</summary>
internal enum RuleOutcome
{
    /// <summary>The target follows the rule.</summary>
    Pass,

    /// <summary>The target breaks the rule.</summary>
    Fail,

    /// <summary>The target doesn't use the feature that the rule checks.</summary>
    NotApplicable,

    /// <summary>A field that the rule needs can't be read.</summary>
    Skipped,

    /// <summary>The configuration doesn't tell: a person must check.</summary>
    Investigate,

    /// <summary>The target breaks the rule, and the suppression file accepts it.</summary>
    Suppressed,
}
