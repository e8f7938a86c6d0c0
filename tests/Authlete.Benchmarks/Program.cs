using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;

namespace Authlete.Benchmarks;

/// <summary>
/// Runs the benchmarks and writes RESULTS.md; exit code 1 where a limit is missed. Starts itself, with arguments, for what has to be measured in a process of its own.
/// </summary>
internal static class Program
{
    public static string StagedManifest { get; } = Path.Combine(Metadata("StagedModule"), "Authlete.psd1");

    private static async Task<int> Main(string[] args)
    {
        // Import-Module starts telemetry otherwise, and that takes longer than what is measured.
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        switch (args)
        {
            case [ImportBenchmark.Argument, var manifest, .. var before]:
                Console.WriteLine(ImportBenchmark.Measure(manifest, before.SingleOrDefault()).ToString("R", CultureInfo.InvariantCulture));
                return 0;
            case [IntrospectionBenchmark.Argument, var baseUri, var key, var secret, var clientId]:
                await IntrospectionBenchmark.MeasureAsync(new Uri(baseUri), key, secret, clientId);
                return 0;
            case [SandboxProcess.Argument]:
                await SandboxProcess.RunAsync();
                return 0;
            case []:
                return await RunAllAsync();
            default:
                await Console.Error.WriteLineAsync("Takes no arguments: dotnet run -c Release --project tests/Authlete.Benchmarks");
                return 2;
        }
    }

    private static async Task<int> RunAllAsync()
    {
        if (EmptyModule.IsStagedForDebugging())
        {
            await Console.Error.WriteLineAsync(
                "The staged module is a debug build. Run: dotnet run -c Release --project tests/Authlete.Benchmarks"
            );
            return 2;
        }

        var report = new Report([.. await ImportBenchmark.RunAsync(), .. await IntrospectionBenchmark.RunAsync()]);
        var text = report.ToMarkdown();
        await File.WriteAllTextAsync(Path.Combine(Metadata("RepositoryRoot"), "tests", "Authlete.Benchmarks", "RESULTS.md"), text);
        Console.Write(text);
        return report.IsWithinLimits ? 0 : 1;
    }

    private static string Metadata(string key) =>
        typeof(Program).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
