using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace Authlete.Soak;

/// <summary>The totals of all runspaces.</summary>
internal sealed class SoakTally
{
    private readonly ConcurrentQueue<string> _violations = new();
    private readonly ConcurrentQueue<TimeSpan> _stops = new();
    private long _results;
    private long _failures;
    private long _unknownOutcomes;

    /// <summary>The number of correct results.</summary>
    public long Results => Interlocked.Read(ref _results);

    /// <summary>The number of calls that failed after all retries.</summary>
    public long Failures => Interlocked.Read(ref _failures);

    /// <summary>The number of creations with a lost response, which may have succeeded.</summary>
    public long UnknownOutcomes => Interlocked.Read(ref _unknownOutcomes);

    /// <summary>The durations of stops.</summary>
    public IReadOnlyCollection<TimeSpan> Stops => _stops;

    /// <summary>Lost, repeated, or mixed-up results.</summary>
    public IReadOnlyCollection<string> Violations => _violations;

    public void CountResults(int count) => Interlocked.Add(ref _results, count);

    public void CountFailure() => Interlocked.Increment(ref _failures);

    public void CountUnknownOutcome() => Interlocked.Increment(ref _unknownOutcomes);

    public void AddStop(TimeSpan time) => _stops.Enqueue(time);

    public void AddViolation(string violation) => _violations.Enqueue(violation);
}
