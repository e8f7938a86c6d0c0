using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Runtime.InteropServices;
using System.Text;

namespace Authlete.Benchmarks;

/// <summary>Writes the page of results.</summary>
internal sealed class Report(IReadOnlyList<Row> rows)
{
    public static string Line(Row row) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {row.Comparison.Name} | {Ratio(row)} | {Figures(row.Module, row)} | {Figures(row.Rival, row)} | {Limit(row.Comparison)} | {Verdict(row)} |"
        );

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            # Benchmarks

            `dotnet run -c Release --project tests/Authlete.Benchmarks` measures all of this again, and `-- --only <name>` one scenario. Everything runs in a full PowerShell, against a server in another process that answers with bytes it has already. Each figure stands against its rival in the same run, because a ratio says more than a time. Figures are medians, with the least and the most in brackets; a ratio is the median of those of neighbors, measured one after the other.

            | | ratio | module | rival | limit | verdict |
            |---|---|---|---|---|---|
            {string.Join('\n', rows.Select(Line))}

            Measured on {Environment.ProcessorCount} cores, {RuntimeInformation.RuntimeIdentifier}, {RuntimeInformation.FrameworkDescription}, PowerShell {EngineVersion()}.

            ## Scenarios

            """
        );
        foreach (var scenario in Scenarios.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {scenario.Name}\n\n{scenario.Explanation}\n\n");
            AppendSource(text, "powershell", "Scenarios", scenario.Script);
        }

        text.Append("\n## What the scenarios use\n\n");
        AppendSource(text, "powershell", "Scenarios", "Start-Scenario.ps1");
        AppendSource(text, "csharp", "Rivals", "HttpRivals.cs");
        AppendSource(text, "csharp", "Rivals", "ServiceReading.cs");
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void AppendSource(StringBuilder text, string language, params string[] path) =>
        text.Append(
            CultureInfo.InvariantCulture,
            $"```{language}\n{File.ReadAllText(Path.Combine([Program.Sources, .. path])).TrimEnd()}\n```\n"
        );

    private static string Ratio(Row row) =>
        row.Comparison switch
        {
            { TimesQuicker: not null } => string.Create(CultureInfo.InvariantCulture, $"**{1 / row.Ratio:0.0}** times quicker"),
            { Limit: not null } => "–",
            _ => string.Create(CultureInfo.InvariantCulture, $"**{row.Ratio:0.00}**"),
        };

    private static string Figures(Measurement measurement, Row row)
    {
        var format = measurement.Median < 1 ? "0.000" : "0.0";
        string[] figures =
        [
            .. new[] { measurement.Median, measurement.Least, measurement.Most }.Select(figure =>
                figure.ToString(format, CultureInfo.InvariantCulture)
            ),
        ];
        return $"{figures[0]} {row.Comparison.Unit} ({figures[1]}–{figures[2]})";
    }

    private static string Limit(Comparison comparison) =>
        comparison switch
        {
            { RatioLimit: { } ratio } => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.##}"),
            { TimesQuicker: { } times } => string.Create(CultureInfo.InvariantCulture, $"{times:0.#} times quicker"),
            { Limit: { } limit } => string.Create(CultureInfo.InvariantCulture, $"{limit:0.#} {comparison.Unit}"),
            _ => "–",
        };

    private static string Verdict(Row row) =>
        !row.HasLimit ? "–"
        : row.IsWithinLimits ? "kept"
        : "**missed**";

    private static string EngineVersion() =>
        FileVersionInfo.GetVersionInfo(typeof(PSObject).Assembly.Location).ProductVersion!.Split('+', ' ')[0];
}
