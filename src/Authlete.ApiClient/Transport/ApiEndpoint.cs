using System;
using System.Net;

namespace Authlete.ApiClient.Transport;

/// <summary>Where the API is and how it is reached. Calls to equal endpoints share their connections.</summary>
/// <param name="BaseUri">The base URI, such as https://api.authlete.com/api.</param>
/// <param name="Proxy">The proxy, or null for the system's.</param>
/// <param name="ProxyCredential">The credential for the proxy.</param>
/// <param name="SkipCertificateCheck">Whether any server certificate is accepted.</param>
public sealed record ApiEndpoint(
    Uri BaseUri,
    Uri? Proxy = null,
    NetworkCredential? ProxyCredential = null,
    bool SkipCertificateCheck = false
)
{
    /// <summary>The base URI, without a user name and password that may be in it.</summary>
    public override string ToString() => BaseUri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);

    /// <summary>The base URI of the vendor's shared servers.</summary>
    public static Uri DefaultBaseUri { get; } = new("https://api.authlete.com/api");
}
