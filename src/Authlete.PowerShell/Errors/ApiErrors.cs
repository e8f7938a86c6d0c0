using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Results;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Errors;

/// <summary>A failed call as an error record: ID, category, meaning of the result code, and remedy.</summary>
internal static class ApiErrors
{
    private const int MaxTargetLength = 256;

    // PowerShell 7.5 and later show the recommended action below the message. For earlier versions, the message includes it.
    private static readonly bool s_engineShowsRecommendation = typeof(PSObject).Assembly.GetName().Version >= new Version(7, 5);

    /// <param name="exception">The failure. The error has its message and a remedy.</param>
    /// <param name="origin">The endpoint and the credential of the call.</param>
    /// <param name="operation">The object of the error if there is no target.</param>
    /// <param name="target">An identifier of the object, never a secret. The message includes it.</param>
    /// <param name="consequence">The state after the failure and a remedy; null for the usual remedy.</param>
    public static ErrorRecord ToErrorRecord(
        AuthleteApiException exception,
        CallOrigin origin,
        string operation,
        string? target,
        string? consequence = null
    )
    {
        var message = Describe(exception, target);
        var recommendation = consequence ?? Recommend(exception, origin) ?? "";
        var whole = Join(message, recommendation);
        exception.Explain(whole);
        var record = new ErrorRecord(exception, exception.ErrorId, Categorize(exception), target ?? operation)
        {
            ErrorDetails = new ErrorDetails(s_engineShowsRecommendation ? message : whole) { RecommendedAction = recommendation },
        };
        record.CategoryInfo.TargetName = PrintableText.Escape(target ?? operation, MaxTargetLength);
        return record;
    }

    /// <summary>The failure and its remedy, as one text.</summary>
    public static string Explain(AuthleteApiException exception, CallOrigin origin) =>
        Join(Describe(exception, null), Recommend(exception, origin) ?? "");

    /// <summary>Whether the call failed because its object doesn't exist.</summary>
    public static bool IsNotFound(AuthleteApiException e) =>
        (e.Kind == ApiErrorKind.Action && e.Action == "NOT_FOUND")
        || (
            e.Kind is ApiErrorKind.Result or ApiErrorKind.Action
            && FindCode(e.ResultCode) is { IsUnknownObject: true } or { IsForeignObject: true }
        );

    /// <summary>The operation, the server's message, and the meaning of the result code.</summary>
    private static string Describe(AuthleteApiException exception, string? target)
    {
        var message = exception.Message;
        if (target is not null && message.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon)
        {
            // So the errors in a log can be told apart.
            message = message.Insert(colon, " (" + PrintableText.Escape(target, MaxTargetLength) + ")");
        }

        if (FindCode(exception.ResultCode) is { } entry && !Says(message, entry.Meaning))
        {
            message += " Meaning: " + entry.Meaning + ".";
        }

        return exception.Attempts == 1
            ? message
            : message
                + string.Format(
                    CultureInfo.InvariantCulture,
                    " It was tried {0} times, with {1:0.0} s of waiting between the attempts.",
                    exception.Attempts,
                    exception.Waited.TotalSeconds
                );
    }

    private static ResultCode? FindCode(string? code) => code is null ? null : ResultCodes.Find(code);

    /// <summary>Whether a text has all the words of a meaning.</summary>
    private static bool Says(string text, string meaning) =>
        meaning.Split(' ').All(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>The reason for which the server refused a credential, and a remedy, as sentences.</summary>
    public static string ExplainRefusal(AuthleteApiException exception, CallOrigin origin) =>
        Join($"{origin.BaseUri.Host} refused the API key {origin.ApiKey} ({exception.ErrorId}).", Recommend(exception, origin) ?? "");

    private static string Join(string message, string recommendation) =>
        recommendation.Length == 0 ? message : message + " " + recommendation;

    /// <summary>An action that is not the operation's success.</summary>
    public static AuthleteApiException FromAction(
        ApiCall call,
        ApiCredential? credential,
        ApiResponse response,
        string action,
        OperationResult answer
    )
    {
        var message = response.DisplayMessage;
        var shownAction = Redaction.ToDisplayText(action, call, credential);
        var code = Redaction.ToDisplayText(response.ResultCode, call, credential);
        return new AuthleteApiException(
            ApiErrorKind.Action,
            call.Operation,
            $"{call.Operation}: {shownAction}, {ResultText.Of(code, message, call.Operation.Path)}"
        )
        {
            StatusCode = answer.StatusCode,
            Attempts = answer.Attempts,
            FollowsLostAttempt = answer.FollowsLostAttempt,
            ResultCode = code,
            ResultMessage = message,
            Action = shownAction,
            Reach = RequestReach.Answered,
        };
    }

    private static ErrorCategory Categorize(AuthleteApiException e) =>
        e.Kind switch
        {
            ApiErrorKind.Action => e.Action switch
            {
                "BAD_REQUEST" or "CALLER_ERROR" or "INVALID_REQUEST" => ErrorCategory.InvalidArgument,
                "FORBIDDEN" => ErrorCategory.PermissionDenied,
                "UNAUTHORIZED" => ErrorCategory.AuthenticationError,
                "NOT_FOUND" => ErrorCategory.ObjectNotFound,
                "AUTHLETE_ERROR" => ErrorCategory.ResourceUnavailable,
                _ => ErrorCategory.InvalidResult,
            },
            ApiErrorKind.NotJson
            or ApiErrorKind.NoContent
            or ApiErrorKind.UnexpectedAnswer
            or ApiErrorKind.UnexpectedRedirect
            or ApiErrorKind.ResponseTooLarge => ErrorCategory.InvalidResult,
            ApiErrorKind.ResponseTruncated => ErrorCategory.ReadError,
            ApiErrorKind.Timeout => ErrorCategory.OperationTimeout,
            ApiErrorKind.TlsFailure => ErrorCategory.SecurityError,
            ApiErrorKind.ConnectionFailure or ApiErrorKind.NameResolutionFailure => ErrorCategory.ConnectionError,
            _ when FindCode(e.ResultCode) is { IsUnknownObject: true } => ErrorCategory.ObjectNotFound,
            _ => e.StatusCode switch
            {
                400 or 405 or 415 or 422 => ErrorCategory.InvalidArgument,
                401 => ErrorCategory.AuthenticationError,
                403 => ErrorCategory.PermissionDenied,
                404 => ErrorCategory.ObjectNotFound,
                408 or 504 => ErrorCategory.OperationTimeout,
                409 => ErrorCategory.ResourceExists,
                429 => ErrorCategory.LimitsExceeded,
                >= 500 => ErrorCategory.ResourceUnavailable,
                _ => ErrorCategory.InvalidResult,
            },
        };

    private static string? Recommend(AuthleteApiException e, CallOrigin origin)
    {
        if (!e.OutcomeUnknown)
        {
            return RecommendFor(e, origin);
        }

        var outcome = OutcomeAdvice.For(e.Uri);
        return e.Kind switch
        {
            ApiErrorKind.NotJson or ApiErrorKind.NoContent or ApiErrorKind.UnexpectedAnswer => outcome + " " + RecommendFor(e, origin),
            ApiErrorKind.Timeout => outcome + " -TimeoutSec of Connect-Authlete gives calls more time.",
            _ => outcome,
        };
    }

    private static string? RecommendFor(AuthleteApiException e, CallOrigin origin)
    {
        if (Version3Detection.IsVersion3(e, origin.BaseUri))
        {
            return $"{origin.BaseUri} is Authlete 3.0, which uses bearer tokens. This module supports Authlete 2.x. Check the base URI.";
        }

        if (e.Advice is { } advice)
        {
            return advice;
        }

        if (e.Kind is ApiErrorKind.Result or ApiErrorKind.HttpStatus && CredentialAdvice.Find(e, origin) is { } credentialAdvice)
        {
            return credentialAdvice;
        }

        switch (e.Kind)
        {
            case ApiErrorKind.Result or ApiErrorKind.Action when BelongsToAnotherService(e.ResultCode):
                return $"It belongs to another service than {origin.ApiKey}. Connect with the API key and secret of that service.";
            case ApiErrorKind.NotJson or ApiErrorKind.NoContent or ApiErrorKind.UnexpectedAnswer or ApiErrorKind.UnexpectedRedirect:
            case ApiErrorKind.HttpStatus when e.StatusCode is 403 or 404 or 405:
            case ApiErrorKind.Result when e.StatusCode is 404 && string.Equals(e.ResultCode, "A000201", StringComparison.Ordinal):
                return $"Check the base URI {origin.BaseUri}: Authlete's own ends in /api. A sign-in page or a gateway may have answered instead of Authlete.";
            case ApiErrorKind.NameResolutionFailure:
                return $"Check the host name in the base URI {origin.BaseUri}, and the network.";
            case ApiErrorKind.ConnectionFailure when origin.BaseUri.IsLoopback:
                return $"Check that a server runs at {origin.BaseUri}.";
            case ApiErrorKind.ConnectionFailure:
                return $"Check that {origin.BaseUri} is reachable from here. If that requires a proxy, use Connect-Authlete -Proxy.";
            case ApiErrorKind.Timeout:
                return "Try again, or allow more time with Connect-Authlete -TimeoutSec.";
            case ApiErrorKind.HttpStatus or ApiErrorKind.Result when e.StatusCode is 429 or 502 or 503 or 504:
                return "The server is busy or in maintenance. Try again later.";
            default:
                return null;
        }
    }

    private static bool BelongsToAnotherService(string? resultCode) => FindCode(resultCode) is { IsForeignObject: true };
}
