using System;
using Authlete.ApiClient.Encodings;
using Authlete.Configuration.Rules;

namespace Authlete.Configuration.Reports;

/// <summary>A finding in a report.</summary>
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

    /// <summary>The page of the rule; null if a browser can't open it.</summary>
    public Uri? Uri { get; init; }

    /// <summary>The path of the file, with slashes.</summary>
    public string? File { get; init; }

    public int? Line { get; init; }

    /// <summary>The part of the target that the finding is about, if the rule checks parts separately.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The target with its kind: Client web-shop.</summary>
    public string TargetName => (Kind + " " + Target).Trim();

    /// <summary>The file with the line: prod/clients/web-shop.json:12. Null if there is no file.</summary>
    public string? Place => File is null || Line is null ? File : FormattableString.Invariant($"{File}:{Line}");

    /// <summary>Whether the finding needs action or review.</summary>
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
