using System;

namespace Authlete.ApiClient.Transport;

/// <summary>The timeout and retries of calls, independent of the endpoint.</summary>
/// <param name="Timeout">The timeout of one attempt.</param>
/// <param name="MaximumRetryCount">The maximum number of retries, if they are safe.</param>
/// <param name="RetryInterval">The longest delay before the first retry. It doubles with each further retry, up to a minute.</param>
internal sealed record CallPolicy(TimeSpan Timeout, int MaximumRetryCount, TimeSpan RetryInterval)
{
    /// <summary>Initializes a policy without retries.</summary>
    /// <param name="timeout">The timeout of one attempt.</param>
    public CallPolicy(TimeSpan timeout)
        : this(timeout, 0, TimeSpan.Zero) { }

    /// <summary>The default policy: a timeout of 30 seconds, and two retries.</summary>
    public static CallPolicy Default { get; } = new(TimeSpan.FromSeconds(30), 2, TimeSpan.FromSeconds(1));
}
