using System;
using System.Management.Automation;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Connections;

/// <summary>The parameters of Connect-Authlete for the endpoint.</summary>
internal sealed record EndpointArguments
{
    private const int MaxTimeoutSec = 86400;
    private const int MaxRetryCount = 100;
    private const int MaxRetryIntervalSec = 60;

    public Uri? Proxy { get; init; }

    public PSCredential? ProxyCredential { get; init; }

    public bool NoProxy { get; init; }

    public bool SkipCertificateCheck { get; init; }

    public int TimeoutSec { get; init; }

    public int MaximumRetryCount { get; init; }

    public int RetryIntervalSec { get; init; }

    public CallPolicy Policy => new(TimeSpan.FromSeconds(TimeoutSec), MaximumRetryCount, TimeSpan.FromSeconds(RetryIntervalSec));

    /// <summary>Rejects contradicting parameters, independent of the base URI.</summary>
    public void Validate()
    {
        if (NoProxy && (Proxy is not null || ProxyCredential is not null))
        {
            throw SetupErrors.CredentialConflict("-NoProxy and " + (Proxy is not null ? "-Proxy" : "-ProxyCredential"));
        }

        if (
            Proxy is { } proxy
            && (
                !proxy.IsAbsoluteUri
                || proxy.Scheme is not ("http" or "https" or "socks4" or "socks4a" or "socks5")
                || proxy.UserInfo.Length > 0
            )
        )
        {
            throw SetupErrors.InvalidProxy();
        }

        if (TimeoutSec is < 1 or > MaxTimeoutSec)
        {
            throw SetupErrors.InvalidArgument($"-TimeoutSec must be a number of seconds from 1 to {MaxTimeoutSec}.");
        }

        if (MaximumRetryCount is < 0 or > MaxRetryCount)
        {
            throw SetupErrors.InvalidArgument($"-MaximumRetryCount must be a number from 0, which turns retries off, to {MaxRetryCount}.");
        }

        if (RetryIntervalSec is < 1 or > MaxRetryIntervalSec)
        {
            throw SetupErrors.InvalidArgument($"-RetryIntervalSec must be a number of seconds from 1 to {MaxRetryIntervalSec}.");
        }
    }

    public ApiEndpoint ToEndpoint(Uri baseUri) =>
        Proxy is not null && baseUri.IsLoopback
            ? throw SetupErrors.ProxyForLoopback(baseUri.AbsoluteUri)
            : new ApiEndpoint(baseUri, Proxy, ProxyCredential?.GetNetworkCredential(), SkipCertificateCheck, NoProxy);
}
