using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace Authlete.ApiClient.Transport;

/// <summary>Time and chance as calls see them. Tests have their own, so that they don't wait.</summary>
internal class CallTime
{
    private readonly Random _random = new();

    public static CallTime System { get; } = new();

    /// <summary>Time that only goes forward, whatever happens to the clock.</summary>
    public virtual TimeSpan Elapsed => TimeSpan.FromSeconds((double)Stopwatch.GetTimestamp() / Stopwatch.Frequency);

    public virtual DateTimeOffset UtcNow => DateTimeOffset.UtcNow;

    public virtual Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(delay, cancellationToken);

    /// <summary>Ends an attempt when its time is over.</summary>
    public virtual void CancelAfter(CancellationTokenSource attempt, TimeSpan timeout) => attempt.CancelAfter(timeout);

    /// <summary>A number from 0 to less than 1.</summary>
    public virtual double NextDouble()
    {
        lock (_random)
        {
            return _random.NextDouble();
        }
    }
}
