using System;
using System.Collections.Generic;
using System.Linq;

namespace Authlete.Configuration.Rules;

/// <summary>A security rule: data and one predicate.</summary>
/// <param name="Id">The ID, such as AUT-C03. It is never reused for another rule.</param>
/// <param name="Title">The requirement: with must, or with should if the severity is Low or Info.</param>
/// <param name="Severity">The severity, unless the predicate returns another.</param>
/// <param name="Kind">Whether the rule applies to the service or to each client.</param>
internal sealed record ConfigurationRule(string Id, string Title, RuleSeverity Severity, RuleKind Kind)
{
    private const string Pages = "https://github.com/authlete-powershell/authlete-powershell/blob/main/docs/rules/";

    private Uri? _uri;
    private string? _referenceText;

    /// <summary>1 for the rules to act on first, 2 for the others.</summary>
    public int Tier { get; init; } = 1;

    /// <summary>The profile that the rule belongs to.</summary>
    public RuleProfile Profile { get; init; }

    /// <summary>Whether the rule runs only with its profile.</summary>
    public bool IsOptIn { get; init; }

    /// <summary>Whether the rule needs the service's settings. Without them it is skipped.</summary>
    public bool NeedsService { get; init; }

    /// <summary>Whether a rule for the service needs all its clients.</summary>
    public bool NeedsClients { get; init; }

    /// <summary>The members of its target that the rule reads.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>The members of the service that a rule for clients reads, or the members of clients that a rule for the service reads.</summary>
    public IReadOnlyList<string> ReadsBeside { get; init; } = [];

    /// <summary>When the rule fails, and what determines the severity and the outcome.</summary>
    public string Condition { get; init; } = "";

    /// <summary>Why the requirement matters.</summary>
    public string Why { get; init; } = "";

    public IReadOnlyList<RuleReference> References { get; init; } = [];

    /// <summary>What to do.</summary>
    public string Recommendation { get; init; } = "";

    /// <summary>The recommendation as a command.</summary>
    public string Fix { get; init; } = "";

    /// <summary>The known false positives: when to suppress a finding.</summary>
    public string FalsePositives { get; init; } = "";

    public Func<RuleContext, Verdict> Check { get; init; } = _ => throw new InvalidOperationException("A rule has a predicate.");

    /// <summary>The references in one line, without repeated sections.</summary>
    public string ReferenceText => _referenceText ??= string.Join("; ", References.Select(reference => reference.ToString()).Distinct());

    /// <summary>The page of the rule.</summary>
    public Uri Uri => _uri ??= new Uri(Pages + Id + ".md");

    /// <summary>Whether the rule runs with a profile.</summary>
    public bool RunsWith(RuleProfile profile) => !IsOptIn || Profile == profile;
}
