using System;
using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Text.RegularExpressions;

namespace Authlete.ApiClient.Transport;

/// <summary>What a proxy answered to the request for a tunnel (CONNECT, RFC 9110 section 9.3.6).</summary>
internal static class ProxyRefusals
{
    // "The proxy tunnel request to proxy 'http://proxy/' failed with status code '407'."
    private static readonly Regex s_status = new("proxy.*'([1-5][0-9]{2})'", RegexOptions.CultureInvariant);

    /// <summary>The status of the proxy's answer; null if it isn't why the request failed.</summary>
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
                407 => ", it asks for a credential",
                403 => ", it doesn't allow this host",
                502 or 503 or 504 => ", it can't reach the host",
                _ => "",
            }
        );

    /// <summary>What helps after an answer of the proxy; null if there was none.</summary>
    public static string Advice(int? status) =>
        status switch
        {
            407 =>
                "Specify -ProxyCredential of Connect-Authlete. If you did, check it: not every platform can use a method other than Basic.",
            403 => "Ask for the host to be allowed on the proxy, or go without it: -NoProxy of Connect-Authlete.",
            null => "Check the address of the proxy (-Proxy of Connect-Authlete, or HTTPS_PROXY and its like), or go without it: -NoProxy.",
            _ => "Check the host and the port in the base URI. If it can be reached without the proxy: -NoProxy of Connect-Authlete.",
        };
}
