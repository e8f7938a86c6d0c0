using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;

namespace Authlete.Soak;

/// <summary>Works in many runspaces against a faulty sandbox. The exit code is 1 if a result is wrong, or if memory, threads, or sockets grow.</summary>
internal static class Program
{
    private const string Usage =
        "Usage: dotnet run --project tests/Authlete.Soak -- [--minutes 10] [--runspaces 32] [--seed 1]. Specify positive numbers.";

    private static async Task<int> Main(string[] args)
    {
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        if (args is [SandboxProcess.Argument])
        {
            await SandboxProcess.RunAsync();
            return 0;
        }

        var minutes = 10.0;
        var runspaces = 32;
        var seed = Random.Shared.Next();
        var isUnderstood = args.Length % 2 == 0;
        foreach (var pair in args.Chunk(2).Where(_ => isUnderstood))
        {
            isUnderstood &= pair[0] switch
            {
                "--minutes" => double.TryParse(pair[1], CultureInfo.InvariantCulture, out minutes) && minutes is > 0 and < 10_000,
                "--runspaces" => int.TryParse(pair[1], CultureInfo.InvariantCulture, out runspaces) && runspaces is > 0 and <= 1000,
                "--seed" => int.TryParse(pair[1], CultureInfo.InvariantCulture, out seed),
                _ => false,
            };
        }

        if (!isUnderstood)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        using var sandbox = await SandboxProcess.StartAsync();
        return await RunAsync(new SoakRun(sandbox.Target, runspaces, TimeSpan.FromMinutes(minutes), seed));
    }

    private static async Task<int> RunAsync(SoakRun run)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run.Runspaces} runspaces, {run.Duration}, seed {run.Seed}"));
        Console.WriteLine(Sample.Header);
        await run.RunAsync(static sample => Console.WriteLine(sample));
        var tally = run.Tally;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{tally.Results:N0} correct results; {tally.Failures:N0} errors after all retries; {tally.UnknownOutcomes:N0} creations with an unknown outcome"
            )
        );
        if (tally.Stops is { Count: > 0 } stops)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{stops.Count:N0} stops: median {Percentile(stops, 0.5):0} ms, 99% within {Percentile(stops, 0.99):0} ms, longest {Percentile(stops, 1):0} ms"
                )
            );
        }

        var violations = tally.Violations.Concat(Sample.FindGrowth(run.Samples)).ToList();
        violations.ForEach(violation => Console.WriteLine("VIOLATION: " + violation));
        Console.WriteLine(violations.Count == 0 ? "No violations." : $"{violations.Count} violations.");
        return violations.Count == 0 ? 0 : 1;
    }

    private static double Percentile(IReadOnlyCollection<TimeSpan> times, double part) =>
        times.Order().ElementAt((int)Math.Ceiling(times.Count * part) - 1).TotalMilliseconds;
}
