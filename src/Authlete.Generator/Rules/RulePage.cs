using System.Collections.Generic;
using System.Linq;
using Authlete.Generator.Help;

namespace Authlete.Generator.Rules;

/// <summary>Writes a rule as a page of Markdown.</summary>
internal static class RulePage
{
    public static string Index(IReadOnlyList<RuleText> rules)
    {
        var page = new MarkdownText();
        page.Heading(1, "Security rules");
        page.Paragraph(
            "`Test-AuthleteConfiguration` checks these rules, and `Get-AuthleteConfigurationRule` lists them. A finding can have a different severity than its rule: the page of the rule says when. For a locked client, the severity of each finding is Info."
        );
        page.Paragraph("Terms that several rules use:");
        page.List([
            "A missing field has the default value of the API: PUBLIC for `clientType`, NONE for `tokenAuthMethod`, false for a flag, 0 for a number, and empty for a list.",
            "A client uses the authorization code flow if `grantTypes` contains AUTHORIZATION_CODE, and `responseTypes` is empty or contains a type that begins with CODE.",
            "Tokens are sender-constrained if `dpopRequired` is true, or if `tlsClientCertificateBoundAccessTokens` is true for both the client and the service.",
        ]);
        page.Paragraph(
            "The outcome is Skipped if a field that the rule needs can't be read: the settings of the service without the credential of a service owner, a placeholder without a value, a field that an export omits, or a value of the wrong type."
        );
        page.Table(
            ["Rule", "Severity", "Applies to", "Requirement"],
            rules.Select(rule =>
                (IReadOnlyList<string>)
                    [$"[{rule.Id}]({rule.Id}.md)", rule.Severity, rule.Kind, MarkdownText.Escape(rule.Title) + Condition(rule)]
            )
        );
        return page.ToString();
    }

    public static string Of(RuleText rule)
    {
        var page = new MarkdownText();
        page.Heading(1, rule.Id);
        page.Paragraph(MarkdownText.Escape(rule.Title) + ".");
        page.Table(
            ["Severity", "Applies to", "Profile"],
            [
                [rule.Severity, rule.Kind == "Service" ? "the service" : "each client", rule.Profile + Condition(rule)],
            ]
        );

        page.Heading(2, "What is checked");
        page.Paragraph(MarkdownText.Escape(rule.Condition));
        page.Paragraph("Fields: " + Fields(rule.Reads) + Beside(rule) + ".");

        page.Heading(2, "Why it matters");
        page.Paragraph(MarkdownText.Escape(rule.Why));
        page.List(
            rule.References.Select(reference =>
                MarkdownText.Escape(reference.Place)
                + ": "
                + (reference.IsQuote ? $"“{MarkdownText.Escape(reference.Words)}”" : MarkdownText.Escape(reference.Words))
            )
        );

        page.Heading(2, "How to fix");
        page.Paragraph(MarkdownText.Escape(rule.Recommendation));
        page.Code("powershell", rule.Fix);

        page.Heading(2, "Known false positives");
        page.Paragraph(MarkdownText.Escape(rule.FalsePositives));
        page.Paragraph("[Suppress a finding](../cmdlets/Test-AuthleteConfiguration.md) · [All rules](README.md)");
        return page.ToString();
    }

    private static string Condition(RuleText rule) => rule.IsOptIn ? $" (only with `-Profile {rule.Profile}`)" : "";

    private static string Fields(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));

    private static string Beside(RuleText rule) =>
        rule.ReadsBeside.Count == 0 ? ""
        : rule.Kind == "Service" ? "; of the clients: " + Fields(rule.ReadsBeside)
        : "; of the service: " + Fields(rule.ReadsBeside);
}
