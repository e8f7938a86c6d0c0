using System;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Transport;

/// <summary>A successful answer.</summary>
/// <param name="Body">The body as the operation's response type; null where the answer had none.</param>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Elapsed">The time from sending to the last byte.</param>
public sealed record ApiAnswer(JsonView? Body, int StatusCode, TimeSpan Elapsed);
