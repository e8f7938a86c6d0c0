using System;
using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Text.RegularExpressions;

namespace Authlete.ApiClient.Transport;

/// <summary>Failures of a proxy to open a tunnel (CONNECT, RFC 9110 section 9.3.6).</summary>
internal static class ProxyRefusals
{
    // "The proxy tunnel request to proxy 'http://proxy/' failed with status code '407'."
    private static readonly Regex s_status = new("proxy.*'([1-5][0-9]{2})'", RegexOptions.CultureInvariant);

    /// <summary>Returns the status code of the proxy's response; null if the proxy isn't why the request failed.</summary>
    public static int? FindStatus(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case HttpRequestException when s_status.Match(e.Message) is { Success: true } match:
                    return int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
                case WebException { Status: WebExceptionStatus.ProtocolError, Response: HttpWebResponse response }:
                    return (int)response.StatusCode;
                default:
                    break;
            }
        }

        return null;
    }

    public static string Describe(int status) =>
        string.Format(
            CultureInfo.InvariantCulture,
            "answered {0}{1}",
            status,
            status switch
            {
                407 => ", because it requires a credential",
                403 => ", because it doesn't allow this host",
                502 or 503 or 504 => ", because it can't reach the host",
                _ => "",
            }
        );

    /// <summary>Returns the remedy for a status code of the proxy; a general one if there was no response.</summary>
    public static string Advice(int? status) =>
        status switch
        {
            407 => "Use Connect-Authlete -ProxyCredential. If you did, check it: some platforms support only Basic authentication.",
            403 => "Ask for the proxy to allow the host, or call without the proxy: Connect-Authlete -NoProxy.",
            null =>
                "Check the address of the proxy (Connect-Authlete -Proxy, or a variable such as HTTPS_PROXY), or call without it: -NoProxy.",
            _ => "Check the host and the port in the base URI. If you can reach it without the proxy, use Connect-Authlete -NoProxy.",
        };
}
