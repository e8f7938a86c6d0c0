using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Authentication;
using Authlete.ApiClient.Api;

namespace Authlete.ApiClient.Transport;

/// <summary>Tells why no complete answer came, and whether the request was sent. Runtimes report both in different ways.</summary>
internal static class ConnectionErrors
{
    // .NET 8 and later say which step failed; .NET Standard has no such property.
    private static readonly PropertyInfo? s_failedStep = typeof(HttpRequestException).GetProperty("HttpRequestError");

    public static AuthleteApiException Explain(Exception exception, Operation operation, Uri baseUri, HttpAttempt attempt)
    {
        var (kind, reason) = Classify(exception);
        var host = baseUri.IsDefaultPort ? baseUri.Host : baseUri.Authority;
        var message = kind switch
        {
            ApiErrorKind.NameResolutionFailure => $"{operation}: the host {host} is not known ({reason}).",
            ApiErrorKind.TlsFailure => $"{operation}: no trusted TLS connection to {host} ({reason}).",
            ApiErrorKind.ResponseTruncated => $"{operation}: the answer of {host} broke off.",
            _ => $"{operation}: no connection to {host}, or it was lost ({reason}).",
        };
        return new AuthleteApiException(kind, operation, message)
        {
            Elapsed = attempt.Elapsed,
            Reach = attempt.Reach is var reach and not RequestReach.Unknown ? reach : FindReach(exception),
        };
    }

    private static RequestReach FindReach(Exception exception) =>
        s_failedStep?.GetValue(exception)?.ToString() switch
        {
            "NameResolutionError" or "ConnectionError" or "SecureConnectionError" or "ProxyTunnelError" => RequestReach.NeverSent,
            "InvalidResponse" or "ConfigurationLimitExceeded" => RequestReach.Answered,
            _ => exception.InnerException switch
            {
                SocketException or AuthenticationException => RequestReach.NeverSent,
                WebException
                {
                    Status: WebExceptionStatus.NameResolutionFailure
                        or WebExceptionStatus.ProxyNameResolutionFailure
                        or WebExceptionStatus.ConnectFailure
                        or WebExceptionStatus.TrustFailure
                        or WebExceptionStatus.SecureChannelFailure,
                } => RequestReach.NeverSent,
                WebException { Status: WebExceptionStatus.ServerProtocolViolation } => RequestReach.Answered,
                _ => RequestReach.Unknown,
            },
        };

    private static (ApiErrorKind Kind, string Reason) Classify(Exception exception)
    {
        if (exception is not HttpRequestException)
        {
            // The header had come already. A body that can't be decompressed is cut off or damaged.
            return (ApiErrorKind.ResponseTruncated, exception.GetType().Name);
        }

        for (var e = exception; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case AuthenticationException:
                    return (ApiErrorKind.TlsFailure, e.Message);
                case SocketException
                {
                    SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery
                }:
                    return (ApiErrorKind.NameResolutionFailure, e.Message);
                case SocketException:
                    return (ApiErrorKind.ConnectionFailure, e.Message);
                case WebException { Status: WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure }:
                    return (ApiErrorKind.NameResolutionFailure, e.Message);
                case WebException { Status: WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure }:
                    return (ApiErrorKind.TlsFailure, e.Message);
                case IOException when e.InnerException is null:
                    return (ApiErrorKind.ConnectionFailure, "the connection was closed");
                default:
                    break;
            }
        }

        return (ApiErrorKind.ConnectionFailure, exception.GetType().Name);
    }
}
