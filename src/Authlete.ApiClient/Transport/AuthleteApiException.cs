using System;
using System.Globalization;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Results;

namespace Authlete.ApiClient.Transport;

/// <summary>A failed call. Holds nothing of the request, and of the answer's body only the result.</summary>
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

    /// <summary>The HTTP status, or null if no answer came.</summary>
    public int? StatusCode { get; internal set; }

    /// <summary>The result code, or null if the answer had none.</summary>
    public string? ResultCode { get; internal set; }

    /// <summary>The server's text: the values that were sent are masked, control characters escaped, a long text is cut.</summary>
    public string? ResultMessage { get; internal set; }

    /// <summary>Who has to act; see <see cref="Models.ApiResponse.ResultOrigin"/>.</summary>
    public string? ResultOrigin => ResultOrigins.Of(ResultCode);

    /// <summary>The action, if it is the failure.</summary>
    public string? Action { get; internal set; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The operation's path template.</summary>
    public string Uri { get; }

    /// <summary>The media type of the answer.</summary>
    public string? ContentType { get; internal set; }

    /// <summary>The length of the answer's body in bytes.</summary>
    public long? BodyLength { get; internal set; }

    /// <summary>How far the request got: whether the server may have acted on it.</summary>
    public RequestReach Reach { get; internal set; }

    /// <summary>The Retry-After header of the answer as received: seconds or a date; null if there was none.</summary>
    public string? RetryAfter { get; internal set; }

    /// <summary>The time from sending to the failure.</summary>
    public TimeSpan Elapsed { get; internal set; }

    /// <summary>
    /// Whether the call may have changed something all the same: its answer was lost, was somebody else's than Authlete's, or told of a failure halfway.
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

    /// <summary>How many attempts were made.</summary>
    public int Attempts { get; internal set; } = 1;

    /// <summary>How long was waited between the attempts.</summary>
    public TimeSpan Waited { get; internal set; }

    /// <summary>Whether an attempt whose answer was lost may have done the work before this one.</summary>
    internal bool FollowsLostAttempt { get; set; }

    /// <summary>Whether the answer looks like one of Authlete 3.0, which uses bearer tokens.</summary>
    public bool LooksLikeVersion3 { get; internal set; }

    /// <summary>What can help, if the cause of the failure tells more than its kind.</summary>
    internal string? Advice { get; set; }

    /// <summary>The result code, or a fixed word for the kind, such as HttpStatus503 or Timeout.</summary>
    public string ErrorId =>
        ResultCode
        ?? (Kind == ApiErrorKind.HttpStatus ? string.Format(CultureInfo.InvariantCulture, "HttpStatus{0}", StatusCode) : Kind.ToString());

    /// <summary>Replaces the message by one that says more.</summary>
    internal void Explain(string message) => _explanation = message;
}
