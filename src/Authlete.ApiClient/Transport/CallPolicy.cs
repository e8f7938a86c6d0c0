using System;

namespace Authlete.ApiClient.Transport;

/// <summary>How calls are made, whatever the endpoint.</summary>
/// <param name="Timeout">The time that one attempt may take.</param>
public sealed record CallPolicy(TimeSpan Timeout)
{
    /// <summary>The policy if nothing else is specified: 30 seconds for an attempt.</summary>
    public static CallPolicy Default { get; } = new(TimeSpan.FromSeconds(30));
}
