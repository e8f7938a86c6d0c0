using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Authlete.Generator.Help;

namespace Authlete.Generator.Pages;

/// <summary>Writes the page of errors from about_Authlete_Errors, which a test compares with the code.</summary>
internal static partial class ErrorPage
{
    private const string Introduction =
        "The ID of an error is the first part of its `FullyQualifiedErrorId`. `$Error[0] | Get-AuthleteResultCode` explains a result code of Authlete, and `Get-Help about_Authlete_Errors` shows this list with more about what an error holds.";

    public static string Of(string topic)
    {
        var page = new MarkdownText();
        page.Heading(1, "Errors");
        page.Paragraph(Introduction);
        foreach (Match section in Section().Matches(topic))
        {
            var rows = Entry().Matches(section.Groups["body"].Value).Select(Row).ToList();
            if (rows.Count > 0)
            {
                var heading = section.Groups["heading"].Value;
                page.Heading(
                    2,
                    heading[0] + heading[1..].ToLowerInvariant().Replace("authlete", "Authlete", System.StringComparison.Ordinal)
                );
                page.Table(["ID", "Category", "Cause and remedy"], rows);
            }
        }

        return page.ToString();
    }

    private static IReadOnlyList<string> Row(Match entry)
    {
        var id = entry.Groups["id"].Value;
        var text = Space().Replace(entry.Groups["text"].Value.Trim(), " ");
        var category = Category().Match(text);
        var cause = category.Success ? text[category.Length..] : text;
        return [$"<a id=\"{id}\"></a>`{id}`", category.Groups["name"].Value, MarkdownText.Escape(cause)];
    }

    /// <summary>Headings are indented by two spaces.</summary>
    [GeneratedRegex(@"(?<=\n) {2}(?<heading>[A-Z][A-Z' ]+)\n(?<body>(?:(?: {4}.*)?\n)+)")]
    private static partial Regex Section();

    /// <summary>An ID is alone on a line, indented by four spaces. Its description follows, indented by eight.</summary>
    [GeneratedRegex(@"(?<=\n|^) {4}(?<id>[A-Z]\w+)\n(?<text>(?: {8,}.*\n)+)")]
    private static partial Regex Entry();

    [GeneratedRegex(@"^(?<name>[A-Z]\w+)\. ")]
    private static partial Regex Category();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
