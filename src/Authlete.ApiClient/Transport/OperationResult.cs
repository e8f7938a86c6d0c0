using System;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Transport;

/// <summary>The result of a successful call.</summary>
/// <param name="Body">The body as the operation's response type; null if the response had none.</param>
/// <param name="StatusCode">The HTTP status code.</param>
/// <param name="Elapsed">The time from sending to the last byte.</param>
internal sealed record OperationResult(JsonView? Body, int StatusCode, TimeSpan Elapsed)
{
    /// <summary>The number of attempts.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>Whether an earlier attempt whose response was lost may have made the change.</summary>
    internal bool FollowsLostAttempt { get; init; }
}
