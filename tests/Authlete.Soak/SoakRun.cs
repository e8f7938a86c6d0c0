using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Authlete.Soak;

/// <summary>Runspaces that work against a faulty sandbox and check every result.</summary>
/// <param name="target">The sandbox.</param>
/// <param name="runspaces">The number of runspaces.</param>
/// <param name="duration">The time in which they start new work.</param>
/// <param name="seed">The seed of random choices.</param>
/// <param name="plansFaults">Whether faults are planned.</param>
internal sealed class SoakRun(SoakTarget target, int runspaces, TimeSpan duration, int seed, bool plansFaults = true)
{
    private static readonly TimeSpan s_faultInterval = TimeSpan.FromMilliseconds(500);

    private static readonly string[] s_operations =
    [
        "/auth/introspection",
        "/client/create",
        "/client/get/*",
        "/client/update/*",
        "/client/delete/*",
        "/auth/token/get/list",
        "*",
    ];

    private static readonly string[] s_faults =
    [
        """ "status":500 """,
        """ "status":502 """,
        """ "status":503,"retry-after":0 """,
        """ "status":429 """,
        """ "status":503 """,
        """ "connection":"reset" """,
        """ "connection":"reset-after" """,
        """ "connection":"truncate" """,
        """ "connection":"hang" """,
        """ "delay":"200ms" """,
        """ "body-delay":"50ms" """,
    ];

    private readonly List<Sample> _samples = [];
    private readonly Stopwatch _watch = new();

    public int Runspaces => runspaces;

    public TimeSpan Duration => duration;

    public int Seed => seed;

    public SoakTally Tally { get; } = new();

    public IReadOnlyList<Sample> Samples => _samples;

    /// <param name="onSample">Gets each sample.</param>
    public async Task RunAsync(Action<Sample>? onSample = null)
    {
        var workers = Enumerable.Range(0, runspaces).Select(number => new SoakWorker(target, Tally, number, seed)).ToList();
        try
        {
            await Task.WhenAll(workers.Select(worker => Task.Run(worker.Prepare)));
            _watch.Start();
            var working = Task.WhenAll(workers.Select(worker => Task.Run(() => worker.Work(duration))));
            using var faults = new CancellationTokenSource();
            var planning = plansFaults ? PlanFaultsAsync(faults.Token) : Task.CompletedTask;
            await SampleAsync(working, onSample);
            await faults.CancelAsync();
            await planning;
            await working;
            workers[0].CheckClients();
        }
        finally
        {
            workers.ForEach(worker => worker.Dispose());
        }
    }

    private async Task SampleAsync(Task working, Action<Sample>? onSample)
    {
        var interval = TimeSpan.FromSeconds(Math.Clamp(duration.TotalSeconds / 40, 0.5, 15));
        while (await Task.WhenAny(working, Task.Delay(interval)) != working)
        {
            var sample = Sample.Take(_watch.Elapsed, Tally.Results);
            _samples.Add(sample);
            onSample?.Invoke(sample);
        }
    }

    /// <summary>Replaces the planned faults repeatedly until the end, and then removes them.</summary>
    private async Task PlanFaultsAsync(CancellationToken end)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var random = new Random(seed);
        while (!end.IsCancellationRequested)
        {
            var plans = Enumerable
                .Range(0, 4)
                .Select(_ =>
                    $$"""{"operation":"{{Choose(random, s_operations)}}",{{Choose(random, s_faults)}},"count":{{random.Next(1, 4)}},"skip":{{random.Next(20)}}}"""
                );
            using var body = new StringContent($"[{string.Join(',', plans)}]", Encoding.UTF8, "application/json");
            (await client.DeleteAsync(target.FaultsUri, CancellationToken.None)).Dispose();
            using var answer = await client.PostAsync(target.FaultsUri, body, CancellationToken.None);
            answer.EnsureSuccessStatusCode();
            await Task.WhenAny(Task.Delay(s_faultInterval, end));
        }

        (await client.DeleteAsync(target.FaultsUri, CancellationToken.None)).Dispose();
    }

    private static string Choose(Random random, string[] values) => values[random.Next(values.Length)];
}
