using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

public sealed class HttpClientPoolTests
{
    private TimeSpan _now = TimeSpan.FromDays(1);

    [Fact]
    public void The_same_endpoint_has_the_same_client()
    {
        var pool = Pool();

        Assert.Same(pool.Get(Endpoint()), pool.Get(Endpoint()));
    }

    [Fact]
    public void Endpoints_that_differ_have_clients_of_their_own()
    {
        var pool = Pool();
        var endpoint = Endpoint();
        ApiEndpoint[] endpoints =
        [
            endpoint,
            endpoint with
            {
                BaseUri = new Uri("https://other.example/api"),
            },
            endpoint with
            {
                SkipCertificateCheck = true,
            },
            endpoint with
            {
                Proxy = new Uri("http://proxy.example:8080"),
            },
            endpoint with
            {
                Proxy = new Uri("http://proxy.example:8080"),
                ProxyCredential = new NetworkCredential("u", "p"),
            },
            endpoint with
            {
                ProxyCredential = new NetworkCredential("u", "p"),
            },
            endpoint with
            {
                NoProxy = true,
            },
        ];

        Assert.Equal(endpoints.Length, endpoints.Select(pool.Get).Distinct().Count());
    }

    [Fact]
    public async Task Two_timeouts_share_one_client()
    {
        var connections = 0;
        await using var server = RawServer.Connecting(
            async (_, connection) =>
            {
                connections++;
                while (await connection.ReadRequestAsync() is not null)
                {
                    await connection.AnswerAsync(Calls.Info());
                }
            }
        );
        var (pool, endpoint) = (Pool(), new ApiEndpoint(server.BaseUri()));

        foreach (var minutes in new[] { 1, 2 })
        {
            await new AuthleteApi(endpoint, new CallPolicy(TimeSpan.FromMinutes(minutes)), pool).CallAsync(Calls.Info());
        }

        Assert.Equal(1, connections);
    }

    [Fact]
    public void A_client_is_kept_for_five_minutes_and_then_renewed_so_that_changes_of_DNS_are_seen()
    {
        var pool = Pool();
        var first = pool.Get(Endpoint());

        _now += TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1);
        Assert.Same(first, pool.Get(Endpoint()));

        _now += TimeSpan.FromTicks(1);
        var second = pool.Get(Endpoint());
        Assert.NotSame(first, second);
        Assert.Same(second, pool.Get(Endpoint()));
    }

    [Fact]
    public void A_session_that_tries_many_hosts_keeps_its_latest_clients()
    {
        var pool = Pool();
        HttpClient Get(int i) => pool.Get(new ApiEndpoint(new Uri($"https://h{i}.example/api")));
        var first = Get(0);
        var later = Enumerable.Range(1, 40).Select(Get).ToArray();

        Assert.NotSame(first, Get(0));
        Assert.Same(later[^1], Get(40));
    }

    [Fact]
    public void A_client_has_no_timeout_of_its_own()
    {
        Assert.Equal(System.Threading.Timeout.InfiniteTimeSpan, Pool().Get(Endpoint()).Timeout);
    }

    [Fact]
    public void Threads_that_ask_at_once_get_one_client()
    {
        var pool = Pool();
        var clients = new HttpClient[64];

        Parallel.For(0, clients.Length, i => clients[i] = pool.Get(Endpoint()));

        Assert.Single(clients.Distinct());
    }

    private static ApiEndpoint Endpoint() => new(ApiEndpoint.DefaultBaseUri);

    private HttpClientPool Pool() => new(() => _now);
}
