using System;
using System.Collections.Generic;
using System.Linq;

namespace Authlete.Configuration.Rules;

/// <summary>A security rule: data, and one predicate.</summary>
/// <param name="Id">The id, such as AUT-C03. It is never used again for another rule.</param>
/// <param name="Title">What holds where the rule is followed.</param>
/// <param name="Severity">The severity, unless the predicate says another.</param>
/// <param name="Kind">What the rule is about.</param>
internal sealed record ConfigurationRule(string Id, string Title, RuleSeverity Severity, RuleKind Kind)
{
    private const string Pages = "https://github.com/authlete-powershell/authlete-powershell/blob/main/docs/rules/";

    private Uri? _uri;
    private string? _referenceText;

    /// <summary>1 for what to act on first, 2 for the rest.</summary>
    public int Tier { get; init; } = 1;

    /// <summary>The profile that the rule belongs to.</summary>
    public RuleProfile Profile { get; init; }

    /// <summary>Whether the rule runs only with its profile.</summary>
    public bool IsOptIn { get; init; }

    /// <summary>Whether the rule needs the service's settings. Without them it is skipped.</summary>
    public bool NeedsService { get; init; }

    /// <summary>Whether the rule, which is about the service, needs all its clients.</summary>
    public bool NeedsClients { get; init; }

    /// <summary>The members that the rule reads of its target.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>The members of the service that a rule about clients reads, and the members of clients that a rule about the service reads.</summary>
    public IReadOnlyList<string> ReadsBeside { get; init; } = [];

    /// <summary>Why the rule exists.</summary>
    public string Why { get; init; } = "";

    public IReadOnlyList<RuleReference> References { get; init; } = [];

    /// <summary>What to do.</summary>
    public string Recommendation { get; init; } = "";

    /// <summary>The recommendation as a command.</summary>
    public string Fix { get; init; } = "";

    /// <summary>Where a finding may be no problem, and when to suppress it.</summary>
    public string FalsePositives { get; init; } = "";

    /// <summary>How the rule counts what its fields don't say; null if there is nothing to say.</summary>
    public string? Notes { get; init; }

    public Func<RuleContext, Verdict> Check { get; init; } = _ => throw new InvalidOperationException("A rule has a predicate.");

    /// <summary>The references in one line, each section once.</summary>
    public string ReferenceText => _referenceText ??= string.Join("; ", References.Select(reference => reference.ToString()).Distinct());

    /// <summary>The page of the rule.</summary>
    public Uri Uri => _uri ??= new Uri(Pages + Id + ".md");

    /// <summary>Whether the rule runs with a profile.</summary>
    public bool RunsWith(RuleProfile profile) => !IsOptIn || Profile == profile;
}
