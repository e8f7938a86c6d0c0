using System;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Transport;

/// <summary>The result of a successful call.</summary>
/// <param name="Body">The body as the operation's response type; null if the answer had none.</param>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Elapsed">The time from sending to the last byte.</param>
internal sealed record OperationResult(JsonView? Body, int StatusCode, TimeSpan Elapsed)
{
    /// <summary>How many attempts it took.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>Whether an attempt whose answer was lost may have done the work before this one.</summary>
    internal bool FollowsLostAttempt { get; init; }
}
