using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace Authlete.ApiClient.Transport;

/// <summary>The clock and random numbers of calls. Tests replace them to avoid waiting.</summary>
internal class CallTime
{
    private readonly Random _random = new();

    public static CallTime System { get; } = new();

    /// <summary>A monotonic clock, which doesn't follow changes of the system time.</summary>
    public virtual TimeSpan Elapsed => TimeSpan.FromSeconds((double)Stopwatch.GetTimestamp() / Stopwatch.Frequency);

    public virtual DateTimeOffset UtcNow => DateTimeOffset.UtcNow;

    public virtual Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(delay, cancellationToken);

    /// <summary>Cancels an attempt after its timeout.</summary>
    public virtual void CancelAfter(CancellationTokenSource attempt, TimeSpan timeout) => attempt.CancelAfter(timeout);

    /// <summary>Returns a random number from 0 to less than 1.</summary>
    public virtual double NextDouble()
    {
        lock (_random)
        {
            return _random.NextDouble();
        }
    }
}
