using System;
using System.Globalization;
using System.Linq;
using System.Net.Http.Headers;

namespace Authlete.ApiClient.Transport;

/// <summary>Decides which failures to retry, and when.</summary>
internal static class RetryRules
{
    /// <summary>The longest delay before an attempt. If a server asks for a longer one, the call fails.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(60);

    /// <summary>Whether a call may be sent again after a failure.</summary>
    public static bool MayRepeat(AuthleteApiException failure, ApiCall call)
    {
        if (failure.Kind == ApiErrorKind.TlsFailure)
        {
            // The certificate won't be trusted next time either.
            return false;
        }

        return IsHoldingBack(failure)
            || failure.Reach == RequestReach.NeverSent
            || (call.Operation.IsSafeToRetry(call.Body) && IsTransient(failure));
    }

    /// <summary>Whether the server has asked to wait.</summary>
    public static bool IsHoldingBack(AuthleteApiException failure) =>
        failure.StatusCode == 429 || (failure.StatusCode == 503 && IsReadable(failure.RetryAfter));

    /// <summary>Returns the delay before an attempt: exponential with full jitter, so that callers don't retry all at once.</summary>
    /// <param name="interval">The longest delay before the second attempt.</param>
    /// <param name="attempts">The number of attempts so far.</param>
    /// <param name="chance">A random number from 0 to less than 1.</param>
    public static TimeSpan Backoff(TimeSpan interval, int attempts, double chance)
    {
        var longest = Math.Min(interval.TotalSeconds * Math.Pow(2, attempts - 1), MaxWait.TotalSeconds);
        return TimeSpan.FromSeconds(longest * chance);
    }

    /// <summary>Returns the delay of a Retry-After header (RFC 9110 section 10.2.3); null if there is none or it is invalid.</summary>
    public static TimeSpan? ParseRetryAfter(string? text, DateTimeOffset now)
    {
        if (text is null)
        {
            return null;
        }

        if (RetryConditionHeaderValue.TryParse(text, out var header))
        {
            return header.Delta ?? (header.Date > now ? header.Date - now : TimeSpan.Zero);
        }

        // A number of seconds that is out of the range of an integer.
        return text.Length > 0 && text.All(c => c is >= '0' and <= '9') ? TimeSpan.MaxValue : null;
    }

    /// <summary>Whether a Retry-After header is valid.</summary>
    public static bool IsReadable(string? retryAfter) => ParseRetryAfter(retryAfter, DateTimeOffset.MinValue) is not null;

    /// <summary>Formats a delay for messages.</summary>
    public static string ToText(TimeSpan wait) =>
        wait == TimeSpan.MaxValue ? "for ever" : wait.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) + " s";

    private static bool IsTransient(AuthleteApiException failure) =>
        failure.Kind switch
        {
            ApiErrorKind.Timeout
            or ApiErrorKind.ConnectionFailure
            or ApiErrorKind.NameResolutionFailure
            or ApiErrorKind.ResponseTruncated => true,
            ApiErrorKind.Result or ApiErrorKind.HttpStatus => failure.StatusCode is 408 or 429 or 500 or 502 or 503 or 504,
            _ => false,
        };
}
