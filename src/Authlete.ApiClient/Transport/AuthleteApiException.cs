using System;
using System.Globalization;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Results;

namespace Authlete.ApiClient.Transport;

/// <summary>The exception for a failed call. It contains nothing of the request, and only the result of the response's body.</summary>
public sealed class AuthleteApiException : Exception
{
    private readonly Operation _operation;
    private string? _explanation;

    internal AuthleteApiException(ApiErrorKind kind, Operation operation, string message)
        : base(PrintableText.Escape(message))
    {
        Kind = kind;
        _operation = operation;
        Method = operation.Method;
        Uri = operation.Path;
    }

    /// <inheritdoc/>
    public override string Message => _explanation ?? base.Message;

    /// <summary>How the call failed.</summary>
    public ApiErrorKind Kind { get; }

    /// <summary>The HTTP status code; null if no response arrived.</summary>
    public int? StatusCode { get; internal set; }

    /// <summary>The result code; null if the response had none.</summary>
    public string? ResultCode { get; internal set; }

    /// <summary>The server's message, with the values that were sent masked and control characters escaped. Long messages are cut.</summary>
    public string? ResultMessage { get; internal set; }

    /// <summary>Who has to act; see <see cref="Models.ApiResponse.ResultOrigin"/>.</summary>
    public string? ResultOrigin => ResultOrigins.Of(ResultCode);

    /// <summary>The action, if it caused the failure.</summary>
    public string? Action { get; internal set; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path template of the operation.</summary>
    public string Uri { get; }

    /// <summary>The media type of the response.</summary>
    public string? ContentType { get; internal set; }

    /// <summary>The length of the response's body in bytes.</summary>
    public long? BodyLength { get; internal set; }

    /// <summary>How far the request got, and so whether the server may have acted on it.</summary>
    public RequestReach Reach { get; internal set; }

    /// <summary>The Retry-After header of the response, in seconds or as a date; null if there was none.</summary>
    public string? RetryAfter { get; internal set; }

    /// <summary>The time from sending to the failure.</summary>
    public TimeSpan Elapsed { get; internal set; }

    /// <summary>
    /// Whether the call may have changed something despite the failure: its response was lost, didn't come from Authlete, or reported a
    /// failure that doesn't rule out a change.
    /// </summary>
    public bool OutcomeUnknown =>
        FollowsLostAttempt
        || (
            (_operation.Mutates || _operation.RetrySafety != RetrySafety.Safe)
            && Reach switch
            {
                RequestReach.NeverSent => false,
                RequestReach.Unknown => true,
                _ => StatusCode switch
                {
                    null or (>= 200 and < 300) => Kind != ApiErrorKind.Action,
                    503 => !RetryRules.IsReadable(RetryAfter),
                    408 or >= 500 => true,
                    _ => false,
                },
            }
        );

    /// <summary>The number of attempts.</summary>
    public int Attempts { get; internal set; } = 1;

    /// <summary>The total time between attempts.</summary>
    public TimeSpan Waited { get; internal set; }

    /// <summary>Whether an earlier attempt whose response was lost may have made the change.</summary>
    internal bool FollowsLostAttempt { get; set; }

    /// <summary>Whether the response looks like one of Authlete 3.0, which uses bearer tokens.</summary>
    public bool LooksLikeVersion3 { get; internal set; }

    /// <summary>The remedy, if the cause is known more precisely than by the kind.</summary>
    internal string? Advice { get; set; }

    /// <summary>The result code, or a fixed name for the kind, such as HttpStatus503 or Timeout.</summary>
    public string ErrorId =>
        ResultCode
        ?? (Kind == ApiErrorKind.HttpStatus ? string.Format(CultureInfo.InvariantCulture, "HttpStatus{0}", StatusCode) : Kind.ToString());

    /// <summary>Replaces the message with a more detailed one.</summary>
    internal void Explain(string message) => _explanation = message;
}
