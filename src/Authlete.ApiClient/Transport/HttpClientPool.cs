using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Net;
using System.Net.Http;

namespace Authlete.ApiClient.Transport;

/// <summary>HttpClients by endpoint and options, renewed now and then so that changes of DNS are seen.</summary>
internal sealed class HttpClientPool
{
    // As long as a DNS record commonly lives; IHttpClientFactory renews every two minutes.
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(5);

    // .NET Framework's own limit of 2 connections a host would cap any concurrency.
    private const int MaxConnections = 256;

    // More endpoints than anyone uses at once; keeps a long session that tries many hosts from growing.
    private const int Capacity = 32;

    private readonly object _gate = new();
    private readonly Dictionary<ApiEndpoint, (HttpClient Client, TimeSpan Born)> _clients = [];
    private readonly Func<TimeSpan> _clock;

    /// <param name="clock">Monotonic time.</param>
    public HttpClientPool(Func<TimeSpan> clock) => _clock = clock;

    public static HttpClientPool Shared { get; } = new(static () => TimeSpan.FromSeconds((double)Stopwatch.GetTimestamp() / Stopwatch.Frequency));

    public HttpClient Get(ApiEndpoint endpoint)
    {
        lock (_gate)
        {
            var now = _clock();
            if (_clients.TryGetValue(endpoint, out var pooled) && now - pooled.Born < s_lifetime)
            {
                return pooled.Client;
            }

            if (_clients.Count >= Capacity)
            {
                _clients.Clear();
            }

            // The old one is not disposed: a call may be on its way. Its idle connections close by themselves.
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
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
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

        // Each call has its own timeout, so that it can be told from a stop.
        var client = new HttpClient(handler, disposeHandler: true) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.ExpectContinue = false;
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Authlete-PowerShell/" + typeof(HttpClientPool).Assembly.GetName().Version.ToString(3));
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        return client;
    }

    /// <summary>Windows PowerShell may start with TLS 1.0 only. Added, never set: others' choice stays.</summary>
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
