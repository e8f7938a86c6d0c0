using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace Authlete.Soak;

/// <summary>What all runspaces have seen.</summary>
internal sealed class SoakTally
{
    private readonly ConcurrentQueue<string> _violations = new();
    private readonly ConcurrentQueue<TimeSpan> _stops = new();
    private long _results;
    private long _failures;
    private long _unknownOutcomes;

    /// <summary>How many objects came as they should.</summary>
    public long Results => Interlocked.Read(ref _results);

    /// <summary>How many calls were given up.</summary>
    public long Failures => Interlocked.Read(ref _failures);

    /// <summary>How many creations may have been made although their answer was lost.</summary>
    public long UnknownOutcomes => Interlocked.Read(ref _unknownOutcomes);

    /// <summary>How long stops took.</summary>
    public IReadOnlyCollection<TimeSpan> Stops => _stops;

    /// <summary>Results that were lost, repeated or mixed up.</summary>
    public IReadOnlyCollection<string> Violations => _violations;

    public void CountResults(int count) => Interlocked.Add(ref _results, count);

    public void CountFailure() => Interlocked.Increment(ref _failures);

    public void CountUnknownOutcome() => Interlocked.Increment(ref _unknownOutcomes);

    public void AddStop(TimeSpan time) => _stops.Enqueue(time);

    public void AddViolation(string violation) => _violations.Enqueue(violation);
}
