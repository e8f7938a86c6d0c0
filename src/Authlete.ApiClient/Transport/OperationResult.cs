using System;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Transport;

/// <summary>The result of a successful call.</summary>
/// <param name="Body">The body as the operation's response type; null if the answer had none.</param>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Elapsed">The time from sending to the last byte.</param>
public sealed record OperationResult(JsonView? Body, int StatusCode, TimeSpan Elapsed);
