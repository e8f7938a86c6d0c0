using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;

namespace Authlete.Benchmarks;

/// <summary>
/// Runs the benchmarks and writes RESULTS.md. If a limit is missed, the exit code is 1. With an argument, it is the server for them.
/// </summary>
internal static class Program
{
    private const string Usage = "dotnet run -c Release --project tests/Authlete.Benchmarks [-- --only <name>]";

    public static string PowerShell { get; } = Metadata("Pwsh");

    public static string StagedManifest { get; } = Path.Combine(Metadata("StagedModule"), "Authlete.psd1");

    public static string Sources { get; } = Path.Combine(Metadata("RepositoryRoot"), "tests", "Authlete.Benchmarks");

    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case [CannedServer.Argument]:
                await CannedServer.RunAsync();
                return 0;
            case []:
                return await RunAsync(Scenarios.All, Path.Combine(Sources, "RESULTS.md"));
            case ["--only", var name] when Scenarios.All.Where(scenario => scenario.Name == name).ToArray() is { Length: > 0 } selected:
                return await RunAsync(selected, null);
            default:
                await Console.Error.WriteLineAsync($"{Usage}\nNames: {string.Join(", ", Scenarios.All.Select(scenario => scenario.Name))}");
                return 2;
        }
    }

    private static async Task<int> RunAsync(Scenario[] scenarios, string? resultFile)
    {
        if (EmptyModule.IsStagedForDebugging())
        {
            await Console.Error.WriteLineAsync($"The staged module is a debug build. Run: {Usage}");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("authlete-benchmarks-").FullName;
        try
        {
            EmptyModule.WriteBare(folder);
            EmptyModule.WriteLikeStaged(folder);
            EmptyModule.WriteLikeStagedWithView(folder);
            using var server = await ServerProcess.StartAsync();
            var rows = new List<Row>();
            foreach (var scenario in scenarios)
            {
                var measured = await scenario.RunAsync(new PowerShellProcess(server, folder));
                rows.AddRange(measured);
                Console.WriteLine(string.Join('\n', measured.Select(Report.Line)));
            }

            if (resultFile is not null)
            {
                await File.WriteAllTextAsync(resultFile, new Report(rows).ToMarkdown());
            }

            return rows.All(row => row.IsWithinLimits) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Metadata(string key) =>
        typeof(Program).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
