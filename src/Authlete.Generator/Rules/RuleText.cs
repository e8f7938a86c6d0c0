using System.Collections.Generic;

namespace Authlete.Generator.Rules;

/// <summary>The texts of a rule.</summary>
internal sealed record RuleText(string Id, string Title, string Severity, string Kind, string Profile, bool IsOptIn)
{
    /// <summary>The fields of its target that it reads.</summary>
    public required IReadOnlyList<string> Reads { get; init; }

    /// <summary>The fields that a rule for clients reads from the service, or a rule for the service from clients.</summary>
    public required IReadOnlyList<string> ReadsBeside { get; init; }

    public required string Condition { get; init; }

    public required string Why { get; init; }

    /// <summary>The document with its section, and a quotation or a paraphrase.</summary>
    public required IReadOnlyList<(string Place, string Words, bool IsQuote)> References { get; init; }

    public required string Recommendation { get; init; }

    public required string Fix { get; init; }

    public required string FalsePositives { get; init; }
}
