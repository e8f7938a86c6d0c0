using System;
using System.Net;
using System.Net.Http;
using System.Reflection;

namespace Authlete.ApiClient.Transport;

/// <summary>The address of the API, and the way to reach it. Calls to equal endpoints share connections.</summary>
/// <param name="BaseUri">The base URI, such as https://api.authlete.com/api.</param>
/// <param name="Proxy">The proxy; null for the system proxy.</param>
/// <param name="ProxyCredential">The credential for the proxy.</param>
/// <param name="SkipCertificateCheck">Whether to accept any server certificate.</param>
/// <param name="NoProxy">Whether to bypass all proxies, including the system proxy.</param>
internal sealed record ApiEndpoint(
    Uri BaseUri,
    Uri? Proxy = null,
    NetworkCredential? ProxyCredential = null,
    bool SkipCertificateCheck = false,
    bool NoProxy = false
)
{
    // The proxy that HttpClient uses on .NET. .NET Standard and .NET Framework don't have the property.
    private static readonly PropertyInfo? s_defaultProxy = typeof(HttpClient).GetProperty("DefaultProxy");

    /// <summary>
    /// Whether calls may use a proxy. Calls to this machine never do: they may use plain HTTP, and a proxy could read the credential.
    /// </summary>
    internal bool AllowsProxy => !NoProxy && !BaseUri.IsLoopback;

    /// <summary>Returns the proxy that calls use, which may be the system proxy, without its user name and password; null for none.</summary>
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

    /// <summary>Returns the base URI without a user name and password.</summary>
    public override string ToString() => BaseUri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);

    /// <summary>The base URI of Authlete's shared servers.</summary>
    public static Uri DefaultBaseUri { get; } = new("https://api.authlete.com/api");
}
