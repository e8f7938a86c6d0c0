using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Runtime.InteropServices;
using System.Text;

namespace Authlete.Benchmarks;

/// <summary>The results as a page.</summary>
internal sealed class Report(IReadOnlyList<Row> rows)
{
    public bool IsWithinLimits => rows.All(row => row.IsWithinLimits);

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append(
            """
            # Benchmarks

            `dotnet run -c Release --project tests/Authlete.Benchmarks` measures this anew. Each figure stands against its rival in the same run, for a ratio says more than a time. Figures are medians, with the least and the most in brackets; a ratio is the median of those of neighbours, measured one after the other.

            | | ratio | module | rival | limit | verdict |
            |---|---|---|---|---|---|

            """
        );
        foreach (var row in rows)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {row.Name} | **{row.Ratio:0.00}** | {Figures(row.Module, row.Unit)} | {Figures(row.Rival, row.Unit)} | {Limit(row)} | {Verdict(row)} |\n"
            );
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"""

            Measured on {Environment.ProcessorCount} cores, {OperatingSystemName()} {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}, PowerShell engine {Version(
                typeof(PSObject)
            )}.

            - **Import**: what `Import-Module` of the staged module takes, in a process started for it, once after an empty binary module was imported (what the engine does for the first time in a process is then not counted), and once as the first module of the process. The rival is a binary module with as many cmdlets, parameters and parameter sets, that does nothing and has no formats. {rows[
                0
            ].Module.Count} processes for each, in turn. The engine is the one from NuGet, which is compiled as it runs; in an installed PowerShell both take less.
            - **Introspection**: {IntrospectionBenchmark.Calls} calls, one after another, of `$tokens | Invoke-AuthleteIntrospection` with three properties read of each answer, against the same calls over one `HttpClient` with `JsonDocument`. The server is the sandbox, in a process of its own; both sides run in one process, in turn, after a warm-up. Allocated is what the process allocated, by call.

            """
        );
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Figures(Measurement measurement, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{measurement.Median:0.0} {unit} ({measurement.Least:0.0}–{measurement.Most:0.0})");

    private static string Limit(Row row) =>
        row switch
        {
            { RatioLimit: { } ratio } => string.Create(CultureInfo.InvariantCulture, $"ratio {ratio:0.0}"),
            { Limit: { } limit } => string.Create(CultureInfo.InvariantCulture, $"{limit:0.#} {row.Unit}"),
            _ => "–",
        };

    private static string Verdict(Row row) =>
        row is { RatioLimit: null, Limit: null } ? "–"
        : row.IsWithinLimits ? "kept"
        : "**missed**";

    private static string OperatingSystemName() =>
        OperatingSystem.IsWindows() ? "Windows"
        : OperatingSystem.IsMacOS() ? "macOS"
        : "Linux";

    private static string Version(Type type) =>
        System.Diagnostics.FileVersionInfo.GetVersionInfo(type.Assembly.Location).ProductVersion!.Split('+', ' ')[0];
}
