using System;

namespace Authlete.Sandbox.Faults;

/// <summary>What a fault does to a call.</summary>
internal sealed record FaultEffect
{
    /// <summary>The time that passes before the call is looked at, on the sandbox's clock.</summary>
    public TimeSpan DelayBefore { get; init; }

    /// <summary>The time that passes in the middle of the body, on the sandbox's clock.</summary>
    public TimeSpan DelayWithin { get; init; }

    /// <summary>The answer instead of the real one; null for the real one, for which the call is carried out.</summary>
    public HttpAnswer? Answer { get; init; }

    /// <summary>The Content-Type instead of the answer's own.</summary>
    public string? ContentType { get; init; }

    public FaultDelivery Delivery { get; init; }
}
