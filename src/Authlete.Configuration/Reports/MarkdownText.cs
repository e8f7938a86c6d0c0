using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Authlete.ApiClient.Encodings;

namespace Authlete.Configuration.Reports;

/// <summary>Writes Markdown within the size limit of a job summary. Other sources can't add markup, links, or mentions.</summary>
internal sealed class MarkdownText
{
    // GitHub accepts 1 MiB for each step, and shows no part of a larger summary.
    private const int MaxBytes = 1024 * 1024;

    // Room for the lines about omitted rows.
    private const int Reserve = 4096;

    // Longer text is readable in other formats.
    private const int MaxCellLength = 1000;

    private readonly StringBuilder _text = new();
    private int _bytes;

    public void AddLine(string line)
    {
        _text.Append(line).Append('\n');
        _bytes += Encoding.UTF8.GetByteCount(line) + 1;
    }

    /// <summary>Adds a heading and a table, with as many rows as fit.</summary>
    public void AddTable<T>(
        string heading,
        IReadOnlyList<string> columns,
        IReadOnlyCollection<T> items,
        Func<T, string[]> cellsOf,
        bool isCollapsed = false
    )
    {
        string[] head =
        [
            "",
            isCollapsed ? $"<details><summary>{heading}</summary>" : "## " + heading,
            "",
            Row(columns),
            Row(columns.Select(_ => "---")),
        ];
        var room = MaxBytes - Reserve - _bytes - head.Sum(line => Encoding.UTF8.GetByteCount(line) + 1);
        var rows = new List<string>();
        foreach (var item in items)
        {
            var row = Row(cellsOf(item));
            room -= Encoding.UTF8.GetByteCount(row) + 1;
            if (room < 0)
            {
                break;
            }

            rows.Add(row);
        }

        if (rows.Count > 0)
        {
            foreach (var line in head.Skip(heading.Length == 0 ? 2 : 0).Concat(rows))
            {
                AddLine(line);
            }
        }

        if (rows.Count > 0 && isCollapsed)
        {
            AddLine("");
            AddLine("</details>");
        }

        if (rows.Count < items.Count)
        {
            var count = (items.Count - rows.Count).ToString(CultureInfo.InvariantCulture);
            var begin = rows.Count == 0 ? heading + ": omitted rows" : "Omitted rows";
            AddLine("");
            AddLine($"{begin}: {count}, because a summary is limited to 1 MiB. To see all rows, create a report in the format Html.");
        }
    }

    /// <summary>Escapes text so that Markdown shows it literally, including in a table cell.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in PrintableText.Cut(text, MaxCellLength))
        {
            _ = character switch
            {
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '$' or '#' or '!' => escaped.Append('\\').Append(character),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '@' => escaped.Append("&#64;"),
                _ => escaped.Append(character),
            };
        }

        // Prevents automatic links.
        return escaped.Replace("://", "&#58;//").Replace("www.", "www&#46;").ToString();
    }

    /// <summary>A name as code, in which mentions and issue numbers stay text.</summary>
    public static string Code(string text) => $"<code>{Escape(text)}</code>";

    public static string Link(string text, Uri uri) =>
        $"[{text}]({uri.AbsoluteUri.Replace("(", "%28").Replace(")", "%29").Replace("|", "%7C")})";

    public override string ToString() => _text.ToString();

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
