using System;
using Authlete.ApiClient.Encodings;
using Authlete.Configuration.Rules;

namespace Authlete.Configuration.Reports;

/// <summary>A finding as reports show it.</summary>
internal sealed record ReportFinding
{
    public string Rule { get; init; } = "";

    public string Title { get; init; } = "";

    public RuleSeverity Severity { get; init; }

    /// <summary>Service or Client.</summary>
    public string Kind { get; init; } = "";

    public string Target { get; init; } = "";

    /// <summary>The client id, or the API key of the service.</summary>
    public string? Id { get; init; }

    public RuleOutcome Outcome { get; init; }

    public string Message { get; init; } = "";

    public string Recommendation { get; init; } = "";

    public string Reference { get; init; } = "";

    /// <summary>The page of the rule; null if there is none that a browser can open.</summary>
    public Uri? Uri { get; init; }

    /// <summary>The path of the file, with slashes.</summary>
    public string? File { get; init; }

    public int? Line { get; init; }

    /// <summary>What of the target it is about, if the rule looks at each such thing on its own.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The target with its kind: Client web-shop.</summary>
    public string TargetName => (Kind + " " + Target).Trim();

    /// <summary>The file with the line: prod/clients/web-shop.json:12. Null if there is no file.</summary>
    public string? Place => File is null || Line is null ? File : FormattableString.Invariant($"{File}:{Line}");

    /// <summary>Whether somebody has to act, or to look.</summary>
    public bool IsProblem => Outcome is RuleOutcome.Fail or RuleOutcome.Investigate or RuleOutcome.Skipped;

    /// <summary>Whether the recommendation applies.</summary>
    public bool NeedsAction => Outcome is not (RuleOutcome.Pass or RuleOutcome.NotApplicable);

    /// <summary>The finding without control characters in its texts.</summary>
    public ReportFinding Escape() =>
        this with
        {
            Rule = PrintableText.Escape(Rule),
            Title = PrintableText.Escape(Title),
            Kind = PrintableText.Escape(Kind),
            Target = PrintableText.Escape(Target),
            Id = Id is null ? null : PrintableText.Escape(Id),
            Message = PrintableText.Escape(Message),
            Recommendation = PrintableText.Escape(Recommendation),
            Reference = PrintableText.Escape(Reference),
            File = File is null ? null : PrintableText.Escape(File),
        };
}
