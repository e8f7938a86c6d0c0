using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Authentication;
using Authlete.ApiClient.Api;

namespace Authlete.ApiClient.Transport;

/// <summary>Determines why no complete response arrived, and whether the request was sent. Each runtime reports this differently.</summary>
internal static class ConnectionErrors
{
    // .NET 8 and later report the step that failed. .NET Standard doesn't have the property.
    private static readonly PropertyInfo? s_failedStep = typeof(HttpRequestException).GetProperty("HttpRequestError");

    private const string NotHttpAdvice = "Check the host and the port in the base URI: something other than Authlete responds there.";

    public static AuthleteApiException Explain(Exception exception, Operation operation, ApiEndpoint endpoint, HttpAttempt attempt)
    {
        var (kind, reason, advice) = Classify(exception);
        var baseUri = endpoint.BaseUri;
        var host = baseUri.IsDefaultPort ? baseUri.Host : baseUri.Authority;
        var proxy = endpoint.FindProxy();
        var message = kind switch
        {
            ApiErrorKind.NameResolutionFailure when proxy is not null => $"the host {proxy.Host} of the proxy is unknown ({reason}).",
            ApiErrorKind.NameResolutionFailure => $"the host {host} is unknown ({reason}).",
            ApiErrorKind.TlsFailure when proxy is not null => $"no trusted TLS connection to {host} through the proxy {proxy}: {reason}.",
            ApiErrorKind.TlsFailure => $"no trusted TLS connection to {host}: {reason}.",
            ApiErrorKind.ResponseTruncated => $"the response of {host} broke off.",
            _ when ProxyRefusals.FindStatus(exception) is { } status =>
                $"no connection to {host}: the proxy {proxy} {ProxyRefusals.Describe(status)}.",
            _ when proxy is not null => $"the connection to {host} through the proxy {proxy} failed or was lost ({reason}).",
            _ => $"the connection to {host} failed or was lost ({reason}).",
        };
        if (kind == ApiErrorKind.TlsFailure && proxy?.Scheme == Uri.UriSchemeHttps)
        {
            advice = "Check that the proxy itself uses https. Most use http, even for https servers. " + advice;
        }

        return new AuthleteApiException(kind, operation, $"{operation}: {message}")
        {
            Elapsed = attempt.Elapsed,
            Reach = attempt.Reach is var reach and not RequestReach.Unknown ? reach : FindReach(exception),
            Advice =
                advice
                ?? (
                    proxy is not null && kind is ApiErrorKind.ConnectionFailure or ApiErrorKind.NameResolutionFailure
                        ? ProxyRefusals.Advice(null)
                        : null
                ),
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

    private static (ApiErrorKind Kind, string Reason, string? Advice) Classify(Exception exception)
    {
        if (exception is not HttpRequestException)
        {
            // The headers arrived. A body that can't be decompressed is truncated or damaged.
            return (ApiErrorKind.ResponseTruncated, exception.GetType().Name, null);
        }

        if (ProxyRefusals.FindStatus(exception) is { } status)
        {
            return (ApiErrorKind.ConnectionFailure, ProxyRefusals.Describe(status), ProxyRefusals.Advice(status));
        }

        for (var e = exception; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case AuthenticationException:
                    var (cause, advice) = TlsFailures.Explain(e);
                    return (ApiErrorKind.TlsFailure, cause, advice);
                case SocketException
                {
                    SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery
                }:
                    return (ApiErrorKind.NameResolutionFailure, e.Message, null);
                case SocketException:
                    return (ApiErrorKind.ConnectionFailure, e.Message, null);
                case WebException { Status: WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure }:
                    return (ApiErrorKind.NameResolutionFailure, e.Message, null);
                case WebException { Status: WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure }:
                    var (trustCause, trustAdvice) = TlsFailures.Explain(e);
                    return (ApiErrorKind.TlsFailure, trustCause, trustAdvice);
                case IOException when e.InnerException is null:
                    return (ApiErrorKind.ConnectionFailure, "the connection was closed", null);
                default:
                    break;
            }
        }

        return s_failedStep?.GetValue(exception)?.ToString() switch
        {
            "ConfigurationLimitExceeded" => (ApiErrorKind.ConnectionFailure, "the headers of the response are too large", NotHttpAdvice),
            "InvalidResponse" => (ApiErrorKind.ConnectionFailure, "the response isn't HTTP", NotHttpAdvice),
            _ => (ApiErrorKind.ConnectionFailure, "for an unknown reason", null),
        };
    }
}
