using System.Collections.Generic;
using System.Linq;
using Authlete.Generator.Help;

namespace Authlete.Generator.Rules;

/// <summary>A rule as a page of Markdown.</summary>
internal static class RulePage
{
    public static string Index(IReadOnlyList<RuleText> rules)
    {
        var page = new MarkdownText();
        page.Heading(1, "Security rules");
        page.Paragraph(
            "`Test-AuthleteConfiguration` checks these rules, and `Get-AuthleteConfigurationRule` lists them. A finding may have another severity than its rule: the pages say when, and of a locked client each finding is Info."
        );
        page.Paragraph(
            "Absent members count as the API's defaults: `clientType` PUBLIC, `tokenAuthMethod` NONE, a flag false, a number 0, a list empty. A client uses the authorization code flow if `grantTypes` has AUTHORIZATION_CODE, and `responseTypes` is empty or has a type that begins with CODE. Tokens are sender-constrained if `dpopRequired` is true, or `tlsClientCertificateBoundAccessTokens` is true for the client and the service."
        );
        page.Paragraph(
            "A rule that reads something that can't be read is Skipped: the settings of the service without a service owner's credential, a placeholder without a value, a member that an export leaves out, or a value of the wrong type. Rules about clients that need the service are Skipped without it, whatever the client says."
        );
        page.Table(
            ["Rule", "Severity", "About", "What has to hold"],
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
            ["Severity", "About", "Profile"],
            [
                [rule.Severity, rule.Kind == "Service" ? "the service" : "each client", rule.Profile + Condition(rule)],
            ]
        );

        page.Heading(2, "What is checked");
        page.Paragraph("Members: " + Members(rule.Reads) + Beside(rule) + ".");
        if (rule.Notes is not null)
        {
            page.Paragraph(MarkdownText.Escape(rule.Notes));
        }

        page.Heading(2, "Why");
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

        page.Heading(2, "When to suppress");
        page.Paragraph(MarkdownText.Escape(rule.FalsePositives));
        page.Paragraph("[about suppression files](../cmdlets/Test-AuthleteConfiguration.md) · [all rules](README.md)");
        return page.ToString();
    }

    private static string Condition(RuleText rule) => rule.IsOptIn ? $" (only with `-Profile {rule.Profile}`)" : "";

    private static string Members(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));

    private static string Beside(RuleText rule) =>
        rule.ReadsBeside.Count == 0 ? ""
        : rule.Kind == "Service" ? "; of the clients: " + Members(rule.ReadsBeside)
        : "; of the service: " + Members(rule.ReadsBeside);
}
