using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Transport;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>A time in which a wait is over at once, and the clock has moved by it.</summary>
internal sealed class ManualTime(double chance = 0.5) : CallTime
{
    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private TimeSpan _elapsed = TimeSpan.FromDays(1);

    /// <summary>What was waited, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits => _waits;

    public override TimeSpan Elapsed => _elapsed;

    public override DateTimeOffset UtcNow => _now;

    public override double NextDouble() => chance;

    public void Advance(TimeSpan time)
    {
        _now += time;
        _elapsed += time;
    }

    /// <summary>Sets the clock on the wall, as an administrator may.</summary>
    public void JumpTo(DateTimeOffset now) => _now = now;

    public override Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _waits.Add(delay);
        Advance(delay);
        return Task.CompletedTask;
    }
}
