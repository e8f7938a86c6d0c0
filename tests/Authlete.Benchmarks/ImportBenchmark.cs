using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;

namespace Authlete.Benchmarks;

/// <summary>What Import-Module costs.</summary>
internal static class ImportBenchmark
{
    public const string Argument = "import";

    private const int Processes = 21;
    private const double RatioLimit = 2.5;

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("authlete-benchmarks-").FullName;
        try
        {
            var bare = EmptyModule.WriteBare(folder);
            var rival = EmptyModule.WriteLikeStaged(folder);
            return
            [
                await CompareAsync("Import after an empty module", rival, [bare], RatioLimit),
                await CompareAsync("Import as the first module of a process", rival, [], null),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What a process does: imports one module, and measures the import of the next, in milliseconds.</summary>
    public static double Measure(string manifest, string? before)
    {
        using var runspace = EngineRunspace.Open();
        if (before is not null)
        {
            runspace.Import(before);
        }

        var watch = Stopwatch.StartNew();
        runspace.Import(manifest);
        var elapsed = watch.Elapsed.TotalMilliseconds;
        return runspace.Run("Get-Command -Module " + Path.GetFileNameWithoutExtension(manifest)).Count > 0
            ? elapsed
            : throw new InvalidOperationException("Nothing was imported.");
    }

    private static async Task<Row> CompareAsync(string name, string rival, string[] before, double? limit)
    {
        var (modules, rivals) = (new List<double>(), new List<double>());
        for (var i = -1; i < Processes; i++)
        {
            var moduleFirst = i % 2 == 0;
            var first = await MeasureAsync(moduleFirst ? Program.StagedManifest : rival, before);
            var second = await MeasureAsync(moduleFirst ? rival : Program.StagedManifest, before);
            if (i >= 0)
            {
                // The first pair filled the disk cache.
                modules.Add(moduleFirst ? first : second);
                rivals.Add(moduleFirst ? second : first);
            }
        }

        return new Row(name, "ms", new Measurement(modules), new Measurement(rivals), limit);
    }

    private static async Task<double> MeasureAsync(string manifest, string[] before) =>
        double.Parse(await ChildProcess.RunAsync([Argument, manifest, .. before]), CultureInfo.InvariantCulture);
}
