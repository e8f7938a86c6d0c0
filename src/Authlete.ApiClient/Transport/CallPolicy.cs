using System;

namespace Authlete.ApiClient.Transport;

/// <summary>How calls are made, whatever the endpoint.</summary>
/// <param name="Timeout">The time that one attempt may take.</param>
/// <param name="MaximumRetryCount">How often a failed call is sent again at most, if that is safe.</param>
/// <param name="RetryInterval">The longest wait before the first retry; it doubles for each further one, up to a minute.</param>
internal sealed record CallPolicy(TimeSpan Timeout, int MaximumRetryCount, TimeSpan RetryInterval)
{
    /// <summary>Makes a policy without retries.</summary>
    /// <param name="timeout">The time that one attempt may take.</param>
    public CallPolicy(TimeSpan timeout)
        : this(timeout, 0, TimeSpan.Zero) { }

    /// <summary>The policy if nothing else is specified: 30 seconds for an attempt, and two retries.</summary>
    public static CallPolicy Default { get; } = new(TimeSpan.FromSeconds(30), 2, TimeSpan.FromSeconds(1));
}
