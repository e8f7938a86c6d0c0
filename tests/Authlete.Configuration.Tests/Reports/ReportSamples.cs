using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.Configuration.Reports;
using Authlete.Configuration.Rules;
using CsCheck;

namespace Authlete.Configuration.Tests.Reports;

/// <summary>Sample reports: one of each outcome, and random ones.</summary>
internal static class ReportSamples
{
    // Texts that are markup in one of the formats, or can't be displayed.
    private static readonly string[] s_pieces =
    [
        "<script>alert(1)</script>",
        "</script>",
        "\" onload=\"x",
        "'",
        "&amp;",
        "|",
        "\n",
        "\r",
        "\0",
        "\u001b[31m",
        "\ud800",
        "\u202e",
        "\ufffe",
        "]]>",
        "[a](https://evil.example)",
        "`",
        "@team",
        "https://evil.example",
        "{{title}}",
        "{0}",
        "\\",
        "ä",
        "😀",
        "a b",
    ];

    public static Gen<string> Texts { get; } = Gen.OneOf(s_pieces).Array[0, 6].Select(string.Concat);

    public static Gen<ConfigurationReport> Reports { get; } =
        Gen.Select(Findings().Array[0, 8], Differences().Array[0, 4], Gen.Bool, Texts)
            .Select((findings, differences, problemsOnly, title) => new ConfigurationReport(title, findings, differences, problemsOnly));

    /// <summary>A finding with the outcome Fail.</summary>
    public static ReportFinding Failed { get; } =
        new()
        {
            Rule = "AUT-C03",
            Title = "Public clients use PKCE",
            Severity = RuleSeverity.High,
            Kind = "Client",
            Target = "web-shop",
            Id = "4326385670",
            Outcome = RuleOutcome.Fail,
            Message = "pkceRequired is false.",
            Recommendation = "Set pkceRequired to true.",
            Reference = "RFC 9700 section 2.1.1",
            Uri = new Uri("https://example.com/rules/AUT-C03"),
            File = "prod/clients/web-shop.json",
            Line = 12,
        };

    /// <summary>A finding of each outcome, for clients in files and for a live service.</summary>
    public static ReportFinding[] OfEachOutcome { get; } =
    [
        Failed,
        .. ReportOrder.Outcomes.Select(
            (outcome, index) =>
                Failed with
                {
                    Rule = $"AUT-S{index:00}",
                    Kind = "Service",
                    Target = "My Service (1001)",
                    Id = "1001",
                    Outcome = outcome,
                    Severity = ReportOrder.Severities[index % 4],
                    File = null,
                    Line = null,
                }
        ),
    ];

    public static ReportDifference Difference { get; } =
        ReportDifference.Create("Client", "web-shop", "4326385670", "pkceRequired", "true", "false", "<>");

    public static ConfigurationReport Of(params IEnumerable<ReportFinding> findings) => new(null, findings, [], problemsOnly: false);

    private static Gen<ReportFinding> Findings() =>
        Gen.Select(
            Texts.Array[8],
            Gen.Enum<RuleOutcome>(),
            Gen.Enum<RuleSeverity>(),
            Gen.Bool,
            Gen.Int[1, 100],
            (texts, outcome, severity, hasFile, line) =>
                new ReportFinding
                {
                    Rule = "AUT-" + texts[0],
                    Title = texts[1],
                    Severity = severity,
                    Kind = "Client",
                    Target = texts[2],
                    Id = texts[3].Length == 0 ? null : texts[3],
                    Outcome = outcome,
                    Message = texts[4],
                    Recommendation = texts[5],
                    Reference = texts[6],
                    Uri = new Uri("https://example.com/a|b(c)\"<>"),
                    File = hasFile ? texts[7] + "/x.json" : null,
                    Line = hasFile ? line : null,
                }
        );

    private static Gen<ReportDifference> Differences() =>
        Gen.Select(
            Texts.Array[4],
            Gen.OneOf("<=", "=>", "<>"),
            (texts, side) =>
                ReportDifference.Create(
                    "Client",
                    texts[0],
                    null,
                    texts[1].Length == 0 ? null : texts[1],
                    side == "=>" ? null : texts[2],
                    side == "<=" ? null : texts[3],
                    side
                )
        );
}
