using System;
using Authlete.ApiClient.Encodings;
using Authlete.Configuration.Rules;

namespace Authlete.Configuration.Reports;

/// <summary>A finding as reports show it. Its texts have no control characters.</summary>
internal sealed record ReportFinding
{
    private readonly string _rule = "";
    private readonly string _title = "";
    private readonly string _kind = "";
    private readonly string _target = "";
    private readonly string _message = "";
    private readonly string _recommendation = "";
    private readonly string _reference = "";
    private readonly string? _id;
    private readonly string? _file;

    public string Rule
    {
        get => _rule;
        init => _rule = PrintableText.Escape(value);
    }

    public string Title
    {
        get => _title;
        init => _title = PrintableText.Escape(value);
    }

    public RuleSeverity Severity { get; init; }

    /// <summary>Service or Client.</summary>
    public string Kind
    {
        get => _kind;
        init => _kind = PrintableText.Escape(value);
    }

    public string Target
    {
        get => _target;
        init => _target = PrintableText.Escape(value);
    }

    /// <summary>The client id, or the API key of the service.</summary>
    public string? Id
    {
        get => _id;
        init => _id = value is null ? null : PrintableText.Escape(value);
    }

    public RuleOutcome Outcome { get; init; }

    public string Message
    {
        get => _message;
        init => _message = PrintableText.Escape(value);
    }

    public string Recommendation
    {
        get => _recommendation;
        init => _recommendation = PrintableText.Escape(value);
    }

    public string Reference
    {
        get => _reference;
        init => _reference = PrintableText.Escape(value);
    }

    /// <summary>The page of the rule; null if there is none that a browser can open.</summary>
    public Uri? Uri { get; init; }

    /// <summary>The path of the file, with slashes.</summary>
    public string? File
    {
        get => _file;
        init => _file = value is null ? null : PrintableText.Escape(value);
    }

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
}
