using System;
using System.Collections.Generic;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Results;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Errors;

/// <summary>A failed call as an error record: id, category, what the code means, what to do.</summary>
internal static class ApiErrors
{
    // "Unknown" or "deleted", which the API does not answer 404 for.
    private static readonly HashSet<string> s_notFound = new(StringComparer.Ordinal)
    {
        "A001212",
        "A001214",
        "A001218",
        "A001220",
        "A026201",
        "A026203",
        "A027201",
        "A027203",
        "A035201",
        "A035203",
    };

    private const int MaxTargetLength = 256;

    // From 7.5 on the engine shows the recommended action below the message; before, the message has to include it.
    private static readonly bool s_engineShowsRecommendation = typeof(PSObject).Assembly.GetName().Version >= new Version(7, 5);

    /// <param name="exception">The failure.</param>
    /// <param name="origin">Where the call went, and with which credential.</param>
    /// <param name="operation">What the error is about where there is no target.</param>
    /// <param name="target">An identifier of what was acted on, never a secret; it is in the message too.</param>
    public static ErrorRecord ToErrorRecord(AuthleteApiException exception, CallOrigin origin, string operation, string? target)
    {
        var message = exception.Message;
        if (target is not null && message.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon)
        {
            // In a log of many errors, this tells which object each is about.
            message = message.Insert(colon, " (" + PrintableText.Escape(target, MaxTargetLength) + ")");
        }

        if (exception.ResultCode is { } code && ResultCodes.Find(code) is { } entry)
        {
            message += " (" + code + ": " + entry.Meaning + ".)";
        }

        var recommendation = Recommend(exception, origin) ?? "";
        var record = new ErrorRecord(exception, exception.ErrorId, Categorize(exception), target ?? operation)
        {
            ErrorDetails = new ErrorDetails(s_engineShowsRecommendation ? message : Join(message, recommendation))
            {
                RecommendedAction = recommendation,
            },
        };
        record.CategoryInfo.TargetName = PrintableText.Escape(target ?? operation, MaxTargetLength);
        return record;
    }

    /// <summary>The failure and what to do about it, as one text.</summary>
    public static string Explain(AuthleteApiException exception, CallOrigin origin) =>
        Join(exception.Message, Recommend(exception, origin) ?? "");

    private static string Join(string message, string recommendation) =>
        recommendation.Length == 0 ? message : message + " " + recommendation;

    /// <summary>An action that is not the operation's success.</summary>
    public static AuthleteApiException FromAction(
        ApiCall call,
        ApiCredential? credential,
        ApiResponse response,
        string action,
        int statusCode
    )
    {
        var message = response.DisplayMessage;
        var shownAction = Redaction.ToShown(action, call, credential);
        var code = Redaction.ToShown(response.ResultCode, call, credential);
        return new AuthleteApiException(
            ApiErrorKind.Action,
            call.Operation,
            $"{call.Operation}: {shownAction}, {Redaction.WithCode(code ?? "no result code", message)}"
        )
        {
            StatusCode = statusCode,
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
            ApiErrorKind.NotJson or ApiErrorKind.NoContent or ApiErrorKind.UnexpectedRedirect or ApiErrorKind.ResponseTooLarge =>
                ErrorCategory.InvalidResult,
            ApiErrorKind.ResponseTruncated => ErrorCategory.ReadError,
            ApiErrorKind.Timeout => ErrorCategory.OperationTimeout,
            ApiErrorKind.TlsFailure => ErrorCategory.SecurityError,
            ApiErrorKind.ConnectionFailure or ApiErrorKind.NameResolutionFailure => ErrorCategory.ConnectionError,
            _ when e.ResultCode is { } code && s_notFound.Contains(code) => ErrorCategory.ObjectNotFound,
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
        if (Version3Detection.IsVersion3(e, origin.BaseUri))
        {
            return $"{origin.BaseUri} answers as Authlete 3.0, which is called with bearer tokens; this module speaks Authlete 2.x. Check the base URI.";
        }

        switch (e.Kind)
        {
            case ApiErrorKind.Result or ApiErrorKind.HttpStatus when RequiredKind(e.ResultCode) is { } required && required != origin.Kind:
                // Invoke-AuthleteApi can't know which kind of credential a path needs; the response tells.
                return $"This call needs the API key and secret of a {required.ToDisplayName()}, and those of a {origin.Kind.ToDisplayName()} were sent, from {origin.CredentialSource}: "
                    + (required == CredentialKind.ServiceOwner ? "specify -ServiceOwner." : "leave -ServiceOwner out.");
            case ApiErrorKind.Result or ApiErrorKind.HttpStatus when e.StatusCode == 401 || IsAboutCredential(e.ResultCode):
                return $"This call needs the API key and secret of a {origin.Kind.ToDisplayName()}, and those sent came from {origin.CredentialSource}. Check that they are of a {origin.Kind.ToDisplayName()} of {origin.BaseUri.Host}"
                    + (
                        origin.Kind == CredentialKind.ServiceOwner
                            ? " and not a service's; specify the owner's as -Credential here, or connect with Connect-Authlete -ServiceOwnerCredential."
                            : " and not the service owner's; specify a service's as -Credential here, or connect with Connect-Authlete -Credential."
                    );
            case ApiErrorKind.Result or ApiErrorKind.Action when BelongsToAnotherService(e.ResultCode):
                return $"It belongs to another service than {origin.ApiKey}: connect with that service's API key and secret.";
            case ApiErrorKind.NotJson or ApiErrorKind.NoContent or ApiErrorKind.UnexpectedRedirect:
            case ApiErrorKind.HttpStatus when e.StatusCode is 403 or 404 or 405:
            case ApiErrorKind.Result when e.StatusCode is 404 && string.Equals(e.ResultCode, "A000201", StringComparison.Ordinal):
                return $"Check the base URI {origin.BaseUri}: Authlete's own ends in /api, and no sign-in page or proxy may stand before it.";
            case ApiErrorKind.NameResolutionFailure:
                return $"Check the host name in the base URI {origin.BaseUri}, and the network.";
            case ApiErrorKind.ConnectionFailure:
                return $"Check that {origin.BaseUri} is reachable from here, through the proxy if there is one (-Proxy of Connect-Authlete).";
            case ApiErrorKind.TlsFailure:
                return "Check the certificate of the server, or trust its issuer; -SkipCertificateCheck of Connect-Authlete is for trying only.";
            case ApiErrorKind.Timeout:
                return "Try again, or give it more time: -TimeoutSec of Connect-Authlete.";
            case ApiErrorKind.HttpStatus or ApiErrorKind.Result when e.StatusCode is 429 or 502 or 503 or 504:
                return "The server is busy or in maintenance; try again later.";
            default:
                return null;
        }
    }

    /// <summary>A credential that is missing, malformed, unknown or wrong: A0012xx, A002xxx, A003xxx.</summary>
    public static bool IsAboutCredential(string? resultCode) =>
        resultCode is "A001202" or "A001203" || RequiredKind(resultCode) is not null;

    /// <summary>The kind that a refused credential was looked up as.</summary>
    private static CredentialKind? RequiredKind(string? resultCode) =>
        resultCode is null ? null
        : resultCode.StartsWith("A0022", StringComparison.Ordinal) ? CredentialKind.ServiceOwner
        : resultCode.StartsWith("A0032", StringComparison.Ordinal) ? CredentialKind.Service
        : null;

    private static bool BelongsToAnotherService(string? resultCode) =>
        resultCode is not null && ResultCodes.Find(resultCode) is { IsForeignObject: true };
}
