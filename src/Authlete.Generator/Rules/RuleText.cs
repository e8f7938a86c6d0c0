using System.Collections.Generic;

namespace Authlete.Generator.Rules;

/// <summary>What a rule says of itself.</summary>
internal sealed record RuleText(string Id, string Title, string Severity, string Kind, string Profile, bool IsOptIn)
{
    /// <summary>The members that it reads of its target.</summary>
    public required IReadOnlyList<string> Reads { get; init; }

    /// <summary>The members that it reads of the service, or of clients.</summary>
    public required IReadOnlyList<string> ReadsBeside { get; init; }

    public required string Why { get; init; }

    /// <summary>Document with section, and words: its own, or what it says in others.</summary>
    public required IReadOnlyList<(string Place, string Words, bool IsQuote)> References { get; init; }

    public required string Recommendation { get; init; }

    public required string Fix { get; init; }

    public required string FalsePositives { get; init; }

    public string? Notes { get; init; }
}
