using System;
using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Options of a check.</summary>
internal sealed record RuleOptions
{
    /// <summary>The name of the profile.</summary>
    public string Profile { get; init; } = nameof(RuleProfile.Bcp);

    /// <summary>Patterns of the rules to apply; empty for all.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Patterns of the rules not to apply.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Whether an ID matches a pattern.</summary>
    public Func<string, string, bool> Fits { get; init; } = static (pattern, id) => new NamePattern(pattern).Matches(id);

    /// <summary>The name of the minimum severity to show.</summary>
    public string MinimumSeverity { get; init; } = nameof(RuleSeverity.Info);

    /// <summary>The suppression file; null if there is none.</summary>
    public string? SuppressionFile { get; init; }

    /// <summary>The time, for suppressions that expire.</summary>
    public DateTimeOffset Now { get; init; }
}
