using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace Authlete.Generator.Pages;

/// <summary>Draws the ratios of the benchmarks as bars on a logarithmic scale. Bars to the right of the line mean that the module is quicker.</summary>
internal static partial class BenchmarkChart
{
    private const int Width = 860;
    private const int RowHeight = 26;
    private const int Top = 44;
    private const int Axis = 500;
    private const double PixelsPerDoubling = 44;

    public static string Of(string results, ChartPalette palette)
    {
        var rows = Read(results);
        var height = Top + (rows.Count * RowHeight) + 12;
        var svg = new StringBuilder();
        svg.Append(
                CultureInfo.InvariantCulture,
                $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\" role=\"img\">\n"
            )
            .Append("<title>How much quicker or slower the module is than its rivals</title>\n")
            .Append("<style>text { font: 13px system-ui, 'Segoe UI', sans-serif; fill: ")
            .Append(palette.Text)
            .Append("; } .muted { fill: ")
            .Append(palette.Muted)
            .Append("; }</style>\n");
        AppendText(svg, Axis - 10, 20, "end", "← slower than the rival", "muted");
        AppendText(svg, Axis + 10, 20, "start", "quicker than the rival →", "muted");
        for (var i = 0; i < rows.Count; i++)
        {
            AppendRow(svg, rows[i], Top + (i * RowHeight), palette);
        }

        svg.Append(
            CultureInfo.InvariantCulture,
            $"<line x1=\"{Axis}\" y1=\"30\" x2=\"{Axis}\" y2=\"{height - 8}\" stroke=\"{palette.Muted}\"/>\n</svg>\n"
        );
        return svg.ToString();
    }

    private static void AppendRow(StringBuilder svg, Ratio row, int y, ChartPalette palette)
    {
        var length = Math.Abs(Math.Log2(row.Quicker)) * PixelsPerDoubling;
        var isQuicker = row.Quicker >= 1;
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{(isQuicker ? Axis : Axis - length):0.#}\" y=\"{y}\" width=\"{Math.Max(length, 1):0.#}\" height=\"16\" fill=\"{(isQuicker ? palette.Bar : palette.Slower)}\"/>\n"
        );
        AppendText(svg, 8, y + 13, "start", row.Name, null);
        AppendText(svg, Axis + (isQuicker ? length : 0) + 8, y + 13, "start", row.Label, null);
    }

    private static void AppendText(StringBuilder svg, double x, int y, string anchor, string text, string? style)
    {
        var attribute = style is null ? "" : $" class=\"{style}\"";
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{x:0.#}\" y=\"{y}\" text-anchor=\"{anchor}\"{attribute}>{SecurityElement.Escape(text)}</text>\n"
        );
    }

    private static List<Ratio> Read(string results)
    {
        var rows = new List<Ratio>();
        var subject = "";
        foreach (Match row in Row().Matches(results))
        {
            var name = row.Groups["name"].Value.Trim();
            if (name.StartsWith('…'))
            {
                name = subject + name[1..];
            }
            else
            {
                subject = name.Split(", http")[0] + ",";
            }

            var number = row.Groups["number"].Value;
            var ratio = double.Parse(number, CultureInfo.InvariantCulture);
            var saysQuicker = row.Groups["quicker"].Success;
            rows.Add(
                new Ratio(name, saysQuicker ? ratio : 1 / ratio, saysQuicker ? $"{number} times quicker" : $"{number} times its time")
            );
        }

        return [.. rows.OrderByDescending(row => row.Quicker)];
    }

    /// <summary>A row of the table of results that has a ratio.</summary>
    [GeneratedRegex(@"^\| (?<name>[^|]+) \| \*\*(?<number>[\d.]+)\*\*(?<quicker> times quicker)? \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    private sealed record Ratio(string Name, double Quicker, string Label);
}
