using System;
using System.Globalization;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>One request and its outcome, for the verbose stream, without path values, body and secrets.</summary>
internal sealed class CallTrace
{
    private readonly Operation _operation;
    private readonly int? _statusCode;
    private readonly string? _resultCode;
    private readonly TimeSpan _elapsed;
    private readonly TimeSpan? _wait;

    public CallTrace(ApiCall call, OperationResult answer)
        : this(call.Operation, answer.StatusCode, (answer.Body as ApiResponse)?.ResultCode, answer.Elapsed) { }

    /// <param name="call">The call.</param>
    /// <param name="failure">The failure.</param>
    /// <param name="wait">The wait before it is sent again. Null if it isn't.</param>
    public CallTrace(ApiCall call, AuthleteApiException failure, TimeSpan? wait = null)
        : this(call.Operation, failure.StatusCode, failure.ErrorId, failure.Elapsed) => _wait = wait;

    private CallTrace(Operation operation, int? statusCode, string? resultCode, TimeSpan elapsed) =>
        (_operation, _statusCode, _resultCode, _elapsed) = (operation, statusCode, resultCode, elapsed);

    // Created when it is written, because most sessions don't show it.
    public override string ToString() =>
        string.Format(
            CultureInfo.InvariantCulture,
            "{0}: {1}{2}, {3:0} ms{4}",
            _operation,
            _statusCode is { } status ? "HTTP " + status.ToString(CultureInfo.InvariantCulture) : "no response",
            _resultCode is null ? "" : ", " + _resultCode,
            _elapsed.TotalMilliseconds,
            _wait is { } wait ? string.Format(CultureInfo.InvariantCulture, ", retry in {0:0.0} s", wait.TotalSeconds) : ""
        );
}
