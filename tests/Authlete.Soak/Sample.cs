using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Authlete.Soak;

/// <summary>The resources of the process at one time.</summary>
/// <param name="Elapsed">The time since the start.</param>
/// <param name="Results">The number of results.</param>
/// <param name="Heap">The managed memory in use, in bytes.</param>
/// <param name="WorkingSet">The memory of the process, in bytes.</param>
/// <param name="Threads">The threads of the process.</param>
/// <param name="Sockets">The open sockets of the process; null if the system doesn't report them.</param>
internal sealed record Sample(TimeSpan Elapsed, long Results, long Heap, long WorkingSet, int Threads, int? Sockets)
{
    // The variation of a healthy run. A leak of one object or socket for each call exceeds it by far.
    private const long HeapTolerance = 8 * 1024 * 1024;
    private const int ThreadTolerance = 16;
    private const int SocketTolerance = 48;
    private const int MinCount = 8;

    private const string Handles = "/proc/self/fd";

    public static string Header { get; } = $"{"time", 8} {"results", 10} {"heap MB", 8} {"process MB", 10} {"threads", 8} {"sockets", 8}";

    public static Sample Take(TimeSpan elapsed, long results)
    {
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        return new Sample(elapsed, results, heap, process.WorkingSet64, process.Threads.Count, CountSockets());
    }

    /// <summary>The resources that grew from the second quarter of the run to the last one; none if the run was too short.</summary>
    public static IEnumerable<string> FindGrowth(IReadOnlyList<Sample> samples)
    {
        if (samples.Count < MinCount)
        {
            yield break;
        }

        var quarter = samples.Count / 4;
        var (before, after) = (samples.Skip(quarter).Take(quarter).ToList(), samples.TakeLast(quarter).ToList());
        foreach (
            var (name, value, tolerance) in new (string, Func<Sample, double>, double)[]
            {
                ("managed memory", sample => sample.Heap, HeapTolerance),
                ("threads", sample => sample.Threads, ThreadTolerance),
                ("sockets", sample => sample.Sockets ?? 0, SocketTolerance),
            }
        )
        {
            var (was, became) = (before.Average(value), after.Average(value));
            if (became - was > tolerance)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{name} grew from {was:0} to {became:0}");
            }
        }
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Elapsed, 8:hh\\:mm\\:ss} {Results, 10:N0} {Heap / 1048576.0, 8:0.0} {WorkingSet / 1048576.0, 10:0.0} {Threads, 8} {Sockets, 8}"
        );

    private static int? CountSockets()
    {
        if (!Directory.Exists(Handles))
        {
            return null;
        }

        return new DirectoryInfo(Handles)
            .EnumerateFileSystemInfos()
            .Count(handle => handle.LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true);
    }
}
