using System;
using System.Threading;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell;

/// <summary>Where Authlete is, and the API keys and secrets that it is called with. Immutable, and safe to share between threads and runspaces; shows no secret.</summary>
public sealed class AuthleteConnection : IDisposable
{
    private ApiCredential? _service;
    private ApiCredential? _serviceOwner;
    private int _closed;

    internal AuthleteConnection(
        ApiEndpoint endpoint,
        CallPolicy policy,
        ApiCredential? service,
        ApiCredential? serviceOwner,
        string source,
        string? serviceOwnerSource = null
    )
    {
        _service = service;
        _serviceOwner = serviceOwner;
        Source = source;
        ServiceOwnerSource = serviceOwnerSource ?? source;
        ApiKey = service?.Key;
        ServiceOwnerApiKey = serviceOwner?.Key;
        Api = new AuthleteApi(endpoint, policy);
    }

    /// <summary>The base URI of the API.</summary>
    public Uri BaseUri => Api.Endpoint.BaseUri;

    /// <summary>The service's API key.</summary>
    public string? ApiKey { get; }

    /// <summary>The service owner's API key.</summary>
    public string? ServiceOwnerApiKey { get; }

    /// <summary>The time that one attempt may take, in seconds.</summary>
    public int TimeoutSec => (int)Api.Policy.Timeout.TotalSeconds;

    /// <summary>The proxy; null is the system's, or none if <see cref="NoProxy"/> is true.</summary>
    public Uri? Proxy => Api.Endpoint.Proxy;

    /// <summary>Whether calls go without a proxy: as specified, or because the base URI is this machine.</summary>
    public bool NoProxy => !Api.Endpoint.AllowsProxy;

    /// <summary>Whether any server certificate is taken.</summary>
    public bool SkipCertificateCheck => Api.Endpoint.SkipCertificateCheck;

    /// <summary>Where the credential came from.</summary>
    public string Source { get; }

    /// <summary>Whether Disconnect-Authlete has closed it.</summary>
    public bool IsClosed => Volatile.Read(ref _closed) != 0;

    internal AuthleteApi Api { get; }

    internal string ServiceOwnerSource { get; }

    internal ApiCredential? GetCredential(CredentialKind kind) => kind == CredentialKind.ServiceOwner ? _serviceOwner : _service;

    /// <summary>Where a call with the credential of a kind goes and comes from, for the text of its errors.</summary>
    internal CallOrigin GetOrigin(CredentialKind kind) =>
        new(BaseUri, kind, GetCredential(kind)?.Key, kind == CredentialKind.ServiceOwner ? ServiceOwnerSource : Source);

    /// <summary>Forgets the API keys and secrets.</summary>
    public void Dispose()
    {
        Interlocked.Exchange(ref _closed, 1);
        _service = null;
        _serviceOwner = null;
    }

    /// <summary>The proxy that calls go through, for the verbose stream.</summary>
    internal string DescribeProxy() => Api.Endpoint.FindProxy() is { } proxy ? "through the proxy " + proxy : "without a proxy";

    /// <inheritdoc/>
    public override string ToString() =>
        BaseUri + (ApiKey is null ? "" : " service " + ApiKey) + (ServiceOwnerApiKey is null ? "" : " owner " + ServiceOwnerApiKey);
}
