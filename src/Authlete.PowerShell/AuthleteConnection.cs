using System;
using System.Threading;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell;

/// <summary>The address of the Authlete API, and the credentials to call it with. Immutable, safe to share between threads and runspaces, and shows no secret.</summary>
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

    /// <summary>The timeout of one attempt, in seconds.</summary>
    public int TimeoutSec => (int)Api.Policy.Timeout.TotalSeconds;

    /// <summary>The maximum number of retries, if they are safe.</summary>
    public int MaximumRetryCount => Api.Policy.MaximumRetryCount;

    /// <summary>The longest delay before the first retry, in seconds. It doubles with each further retry, up to a minute.</summary>
    public int RetryIntervalSec => (int)Api.Policy.RetryInterval.TotalSeconds;

    /// <summary>The specified proxy; null for the system proxy, or for none if <see cref="NoProxy"/> is true.</summary>
    public Uri? Proxy => Api.Endpoint.Proxy;

    /// <summary>Whether calls bypass all proxies, because it was specified or because the base URI is on this machine.</summary>
    public bool NoProxy => !Api.Endpoint.AllowsProxy;

    /// <summary>Whether any server certificate is accepted.</summary>
    public bool SkipCertificateCheck => Api.Endpoint.SkipCertificateCheck;

    /// <summary>The source of the credential.</summary>
    public string Source { get; }

    /// <summary>Whether Disconnect-Authlete has closed the connection.</summary>
    public bool IsClosed => Volatile.Read(ref _closed) != 0;

    internal AuthleteApi Api { get; }

    internal string ServiceOwnerSource { get; }

    internal ApiCredential? GetCredential(CredentialKind kind) => kind == CredentialKind.ServiceOwner ? _serviceOwner : _service;

    /// <summary>Returns the origin of a call with a kind of credential, for error messages.</summary>
    internal CallOrigin GetOrigin(CredentialKind kind) =>
        new(BaseUri, kind, GetCredential(kind)?.Key, kind == CredentialKind.ServiceOwner ? ServiceOwnerSource : Source);

    /// <summary>Closes the connection and discards its credentials.</summary>
    public void Dispose()
    {
        Interlocked.Exchange(ref _closed, 1);
        _service = null;
        _serviceOwner = null;
    }

    /// <summary>Describes the proxy that calls use, for the verbose stream.</summary>
    internal string DescribeProxy() => Api.Endpoint.FindProxy() is { } proxy ? "through the proxy " + proxy : "without a proxy";

    /// <inheritdoc/>
    public override string ToString() =>
        BaseUri + (ApiKey is null ? "" : " service " + ApiKey) + (ServiceOwnerApiKey is null ? "" : " owner " + ServiceOwnerApiKey);
}
