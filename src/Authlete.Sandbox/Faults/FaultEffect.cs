using System;

namespace Authlete.Sandbox.Faults;

/// <summary>The effect of a fault on a call.</summary>
internal sealed record FaultEffect
{
    /// <summary>The delay before the call is processed, on the sandbox's clock.</summary>
    public TimeSpan DelayBefore { get; init; }

    /// <summary>The delay in the middle of the body, on the sandbox's clock.</summary>
    public TimeSpan DelayWithin { get; init; }

    /// <summary>The response; null to process the call and send its response.</summary>
    public HttpAnswer? Answer { get; init; }

    /// <summary>The Content-Type that replaces the response's.</summary>
    public string? ContentType { get; init; }

    public FaultDelivery Delivery { get; init; }
}
