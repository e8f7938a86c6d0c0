using System;
using System.Net;
using System.Net.Http;
using System.Reflection;

namespace Authlete.ApiClient.Transport;

/// <summary>Where the API is and how it is reached. Calls to equal endpoints share their connections.</summary>
/// <param name="BaseUri">The base URI, such as https://api.authlete.com/api.</param>
/// <param name="Proxy">The proxy, or null for the system's.</param>
/// <param name="ProxyCredential">The credential for the proxy.</param>
/// <param name="SkipCertificateCheck">Whether any server certificate is accepted.</param>
/// <param name="NoProxy">Whether no proxy is used, not even the system's.</param>
internal sealed record ApiEndpoint(
    Uri BaseUri,
    Uri? Proxy = null,
    NetworkCredential? ProxyCredential = null,
    bool SkipCertificateCheck = false,
    bool NoProxy = false
)
{
    // What HttpClient uses on .NET; .NET Standard and .NET Framework have no such property.
    private static readonly PropertyInfo? s_defaultProxy = typeof(HttpClient).GetProperty("DefaultProxy");

    /// <summary>
    /// Whether calls may go through a proxy. Calls to this machine never do: plain http is allowed there, and a proxy would read the credential.
    /// </summary>
    internal bool AllowsProxy => !NoProxy && !BaseUri.IsLoopback;

    /// <summary>The proxy that calls go through, the system's included; null for none. Without its user name and password.</summary>
    internal Uri? FindProxy()
    {
        var proxy =
            !AllowsProxy ? null
            : Proxy is not null ? Proxy
            : FindSystemProxy() is { } system && !system.IsBypassed(BaseUri) ? system.GetProxy(BaseUri)
            : null;
        return proxy is null ? null : new Uri(proxy.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped));
    }

    private static IWebProxy? FindSystemProxy() =>
        s_defaultProxy is null ? WebRequest.DefaultWebProxy : (IWebProxy?)s_defaultProxy.GetValue(null);

    /// <summary>The base URI, without a user name and password that may be in it.</summary>
    public override string ToString() => BaseUri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);

    /// <summary>The base URI of the vendor's shared servers.</summary>
    public static Uri DefaultBaseUri { get; } = new("https://api.authlete.com/api");
}
