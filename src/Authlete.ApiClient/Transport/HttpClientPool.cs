using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Net;
using System.Net.Http;

namespace Authlete.ApiClient.Transport;

/// <summary>HttpClients by endpoint, renewed regularly so that DNS changes are seen.</summary>
internal sealed class HttpClientPool
{
    // A common lifetime of DNS records; IHttpClientFactory renews every two minutes.
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(5);

    // .NET Framework's default of 2 connections per host would limit concurrency.
    private const int MaxConnections = 256;

    // More endpoints than anyone uses at once; bounds a long session that tries many hosts.
    private const int Capacity = 32;

    private readonly object _gate = new();
    private readonly Dictionary<ApiEndpoint, (HttpClient Client, TimeSpan CreatedAt)> _clients = [];
    private readonly Func<TimeSpan> _clock;

    /// <param name="clock">Monotonic time.</param>
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

            // Don't dispose the old one: it may have calls in flight. Its idle connections close by themselves.
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
        if (endpoint.Proxy is { } proxy)
        {
            handler.Proxy = new WebProxy(proxy) { Credentials = endpoint.ProxyCredential };
        }
        else if (endpoint.ProxyCredential is { } credential)
        {
            handler.DefaultProxyCredentials = credential;
        }

        if (endpoint.SkipCertificateCheck)
        {
#pragma warning disable CA5359 // What -SkipCertificateCheck asks for, in its own words.
            handler.ServerCertificateCustomValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
        }

        // Each call has its own timeout, to distinguish it from cancellation.
        var client = new HttpClient(handler, disposeHandler: true) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.ExpectContinue = false;
        client.DefaultRequestHeaders.UserAgent.ParseAdd(
            "Authlete-PowerShell/" + typeof(HttpClientPool).Assembly.GetName().Version.ToString(3)
        );
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");

        // BodyReader decompresses: it knows how much came and how much that has become.
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        return client;
    }

    /// <summary>Windows PowerShell may start with TLS 1.0 only. Adds TLS 1.2 and keeps what others chose.</summary>
    private static void AllowTls12()
    {
        if (Runtimes.IsNetFramework && ServicePointManager.SecurityProtocol != 0)
        {
#pragma warning disable CA5364, CA5386 // Added to what is allowed already.
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
#pragma warning restore CA5364, CA5386
        }
    }
}
