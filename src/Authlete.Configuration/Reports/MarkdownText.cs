using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Authlete.ApiClient.Encodings;

namespace Authlete.Configuration.Reports;

/// <summary>Markdown that stays below the size of a job summary. Texts of others are text in it: no markup, link, mention or formula.</summary>
internal sealed class MarkdownText
{
    // GitHub takes 1 MiB a step, and shows nothing of what is larger.
    private const int MaxBytes = 1024 * 1024;

    // For what says that rows were left out.
    private const int Reserve = 4096;

    // A cell with more is read in another format.
    private const int MaxCellLength = 1000;

    private readonly StringBuilder _text = new();
    private int _bytes;

    public void AddLine(string line)
    {
        _text.Append(line).Append('\n');
        _bytes += Encoding.UTF8.GetByteCount(line) + 1;
    }

    /// <summary>Adds a heading and a table, as many rows as there is room for.</summary>
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
            var begin = rows.Count == 0 ? heading + ": rows" : "Rows";
            AddLine("");
            AddLine($"{begin} left out, because a summary has at most 1 MiB: {count}. Create a report in the format Html to see them.");
        }
    }

    /// <summary>A text that looks in Markdown, also in the cell of a table, as it is.</summary>
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

        // Otherwise these become links.
        return escaped.Replace("://", "&#58;//").Replace("www.", "www&#46;").ToString();
    }

    /// <summary>A name as code, where mentions and numbers of issues stay text.</summary>
    public static string Code(string text) => $"<code>{Escape(text)}</code>";

    public static string Link(string text, Uri uri) =>
        $"[{text}]({uri.AbsoluteUri.Replace("(", "%28").Replace(")", "%29").Replace("|", "%7C")})";

    public override string ToString() => _text.ToString();

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
