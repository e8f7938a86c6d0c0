using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Transport;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>A clock on which every delay ends immediately and advances the time. No attempt times out unless a test expires it.</summary>
internal sealed class ManualTime(double chance = 0.5) : CallTime
{
    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private TimeSpan _elapsed = TimeSpan.FromDays(1);
    private CancellationTokenSource? _attempt;

    /// <summary>All delays, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_gate)
            {
                return [.. _waits];
            }
        }
    }

    public override TimeSpan Elapsed
    {
        get
        {
            lock (_gate)
            {
                return _elapsed;
            }
        }
    }

    public override DateTimeOffset UtcNow
    {
        get
        {
            lock (_gate)
            {
                return _now;
            }
        }
    }

    public override double NextDouble() => chance;

    public override void CancelAfter(CancellationTokenSource attempt, TimeSpan timeout) => Volatile.Write(ref _attempt, attempt);

    /// <summary>Ends the timeout of the latest attempt.</summary>
    public void Expire() => Volatile.Read(ref _attempt)!.Cancel();

    public void Advance(TimeSpan time)
    {
        lock (_gate)
        {
            _now += time;
            _elapsed += time;
        }
    }

    /// <summary>Changes the system time, as an administrator may.</summary>
    public void JumpTo(DateTimeOffset now)
    {
        lock (_gate)
        {
            _now = now;
        }
    }

    public override Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _waits.Add(delay);
        }

        Advance(delay);
        return Task.CompletedTask;
    }
}
