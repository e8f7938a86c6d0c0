using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Net;
using System.Net.Http;

namespace Authlete.ApiClient.Transport;

/// <summary>Pools HttpClients by endpoint, and renews them regularly to notice DNS changes.</summary>
internal sealed class HttpClientPool
{
    // A common time to live of DNS records. IHttpClientFactory renews every two minutes.
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(5);

    // .NET Framework's default of 2 connections for each host would limit concurrency.
    private const int MaxConnections = 256;

    // More endpoints than anyone uses at once. Limits the pool in a long session that connects to many hosts.
    private const int Capacity = 32;

    private readonly object _gate = new();
    private readonly Dictionary<ApiEndpoint, (HttpClient Client, TimeSpan CreatedAt)> _clients = [];
    private readonly Func<TimeSpan> _clock;

    /// <param name="clock">A monotonic clock.</param>
    public HttpClientPool(Func<TimeSpan> clock) => _clock = clock;

    public static HttpClientPool Shared { get; } =
        new(static () => TimeSpan.FromSeconds((double)Stopwatch.GetTimestamp() / Stopwatch.Frequency));

    public HttpClient Get(ApiEndpoint endpoint)
    {
        lock (_gate)
        {
            var now = _clock();
            if (_clients.TryGetValue(endpoint, out var pooled) && now - pooled.CreatedAt < s_lifetime)
            {
                return pooled.Client;
            }

            if (_clients.Count >= Capacity)
            {
                _clients.Clear();
            }

            // Don't dispose the old client, because it may have calls in flight. Its idle connections close by themselves.
            var client = Create(endpoint);
            _clients[endpoint] = (client, now);
            return client;
        }
    }

    private static HttpClient Create(ApiEndpoint endpoint)
    {
        AllowTls12();
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            MaxConnectionsPerServer = MaxConnections,
        };
        if (!endpoint.AllowsProxy)
        {
            handler.UseProxy = false;
        }
        else if (endpoint.Proxy is { } proxy)
        {
            handler.Proxy = new WebProxy(proxy) { Credentials = endpoint.ProxyCredential };
        }
        else if (endpoint.ProxyCredential is { } credential)
        {
            handler.DefaultProxyCredentials = credential;
        }

        if (endpoint.SkipCertificateCheck)
        {
#pragma warning disable CA5359 // The user requested it with -SkipCertificateCheck.
            handler.ServerCertificateCustomValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
        }

        // Each call has its own timeout, which tells it apart from cancellation.
        var client = new HttpClient(handler, disposeHandler: true) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.ExpectContinue = false;
        client.DefaultRequestHeaders.UserAgent.ParseAdd(
            "Authlete-PowerShell/" + typeof(HttpClientPool).Assembly.GetName().Version.ToString(3)
        );
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");

        // Not AutomaticDecompression: BodyReader decompresses, because it limits the compressed and the decompressed size.
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        return client;
    }

    /// <summary>Adds TLS 1.2 in Windows PowerShell, which may start with TLS 1.0 only. Keeps other protocols that are enabled.</summary>
    private static void AllowTls12()
    {
        if (Runtimes.IsNetFramework && ServicePointManager.SecurityProtocol != 0)
        {
#pragma warning disable CA5364, CA5386 // Adds a protocol, and disables none.
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
#pragma warning restore CA5364, CA5386
        }
    }
}
