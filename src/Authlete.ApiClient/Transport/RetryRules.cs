using System;
using System.Globalization;
using System.Linq;
using System.Net.Http.Headers;

namespace Authlete.ApiClient.Transport;

/// <summary>Which failures are worth another attempt, and when to make it.</summary>
internal static class RetryRules
{
    /// <summary>The longest wait before an attempt. A server that asks for more is not waited for.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(60);

    /// <summary>Whether a call may be sent again after a failure.</summary>
    public static bool MayRepeat(AuthleteApiException failure, ApiCall call)
    {
        if (failure.Kind == ApiErrorKind.TlsFailure)
        {
            // The certificate will not be trusted next time either.
            return false;
        }

        return IsHoldingBack(failure)
            || failure.Reach == RequestReach.NeverSent
            || (call.Operation.IsSafeToRetry(call.Body) && IsTransient(failure));
    }

    /// <summary>Whether the server has said that it takes no calls for a while.</summary>
    public static bool IsHoldingBack(AuthleteApiException failure) =>
        failure.StatusCode == 429 || (failure.StatusCode == 503 && IsReadable(failure.RetryAfter));

    /// <summary>The wait before an attempt: exponential with full jitter, so that many callers don't come back at once.</summary>
    /// <param name="interval">The longest wait before the second attempt.</param>
    /// <param name="attempts">How many were made.</param>
    /// <param name="chance">A number from 0 to less than 1.</param>
    public static TimeSpan Backoff(TimeSpan interval, int attempts, double chance)
    {
        var longest = Math.Min(interval.TotalSeconds * Math.Pow(2, attempts - 1), MaxWait.TotalSeconds);
        return TimeSpan.FromSeconds(longest * chance);
    }

    /// <summary>The wait that a Retry-After header asks for (RFC 9110 section 10.2.3); null if there is none to make out.</summary>
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

        // More seconds than an integer holds.
        return text.Length > 0 && text.All(c => c is >= '0' and <= '9') ? TimeSpan.MaxValue : null;
    }

    /// <summary>Whether a Retry-After header says when to come back.</summary>
    public static bool IsReadable(string? retryAfter) => ParseRetryAfter(retryAfter, DateTimeOffset.MinValue) is not null;

    /// <summary>A wait as messages show it.</summary>
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
