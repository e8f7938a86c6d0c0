using System;
using System.Threading.Tasks;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>Which calls use a proxy, and the message if a proxy rejects one.</summary>
public sealed class ProxyTests
{
    private static readonly Uri s_elsewhere = new("https://authlete.example.com/api");

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("127.0.0.1")]
    [InlineData("127.1.2.3")]
    [InlineData("127.1")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    public void This_machine_is_called_without_a_proxy_whatever_is_set(string host)
    {
        var uri = new Uri($"http://{host}:8080/api");

        Assert.Null(new ApiEndpoint(uri).FindProxy());
        Assert.Null(new ApiEndpoint(uri, new Uri("http://proxy.example:3128")).FindProxy());
    }

    [Theory]
    [InlineData("https://authlete.example.com/api")]
    [InlineData("https://localhost.example.com/api")]
    [InlineData("https://10.0.0.1/api")]
    [InlineData("https://[fe80::1]/api")]
    public void Another_machine_is_called_through_the_proxy_of_the_system(string baseUri)
    {
        Assert.Equal(SystemProxy.Address, new ApiEndpoint(new Uri(baseUri)).FindProxy());
        Assert.Null(new ApiEndpoint(new Uri(baseUri), NoProxy: true).FindProxy());
    }

    [Fact]
    public void A_proxy_is_named_without_its_password()
    {
        var proxy = new ApiEndpoint(s_elsewhere, new Uri("http://user:canary-4711@proxy.example:3128/")).FindProxy();

        Assert.Equal("http://proxy.example:3128/", proxy!.AbsoluteUri);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_to_this_machine_arrives_there_and_not_at_the_proxy(bool named)
    {
        await using var server = RawServer.Answering(connection => connection.AnswerAsync("200 OK", """{"version":"2.3"}"""));
        await using var proxy = RawServer.Answering(connection => connection.AnswerAsync("200 OK", "{}"));

        await Calls.To(new ApiEndpoint(server.BaseUri(), named ? proxy.BaseUri() : null)).CallAsync(Calls.Info());

        Assert.Single(server.Requests);
        Assert.Empty(proxy.Requests);
    }

    [Fact]
    public async Task A_call_elsewhere_asks_the_proxy_for_a_tunnel_and_shows_it_no_credential()
    {
        await using var proxy = RawServer.Answering(connection => connection.AnswerAsync("502 Bad Gateway", ""));

        await Calls.To(new ApiEndpoint(s_elsewhere, proxy.BaseUri())).FailAsync(Calls.Info());

        var request = Assert.Single(proxy.Requests);
        Assert.Equal(("CONNECT", "authlete.example.com:443"), (request.Method, request.Target));
        Assert.Null(request.Header("Authorization"));
    }

    [Theory]
    [InlineData("407 Proxy Authentication Required", "407", "-ProxyCredential")]
    [InlineData("403 Forbidden", "403", "-NoProxy")]
    [InlineData("502 Bad Gateway", "502", "host and the port")]
    [InlineData("418 I'm a teapot", "418", "-NoProxy")]
    public async Task The_response_of_a_proxy_is_reported_with_a_remedy(string status, string told, string advice)
    {
        await using var proxy = RawServer.Answering(connection => connection.AnswerAsync(status, "<html>canary-4711</html>", "text/html"));

        var error = await Calls.To(new ApiEndpoint(s_elsewhere, proxy.BaseUri())).FailAsync(Calls.Info());

        Assert.Equal("ConnectionFailure", error.ErrorId);
        Assert.Contains($"the proxy http://127.0.0.1:{proxy.Port}/ answered {told}", error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, error.Advice!, StringComparison.Ordinal);
        Assert.Equal(RequestReach.NeverSent, error.Reach);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_refuses_the_connection_is_named()
    {
        int port;
        await using (var closed = RawServer.Answering(connection => connection.AnswerAsync("200 OK", "{}")))
        {
            port = closed.Port;
        }

        var error = await Calls.To(new ApiEndpoint(s_elsewhere, new Uri($"http://127.0.0.1:{port}"))).FailAsync(Calls.Info());

        Assert.Equal("ConnectionFailure", error.ErrorId);
        Assert.Contains($"the proxy http://127.0.0.1:{port}/", error.Message, StringComparison.Ordinal);
        Assert.Contains("-NoProxy", error.Advice!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_does_not_speak_TLS_is_named_instead_of_the_server()
    {
        await using var proxy = RawServer.Connecting((_, connection) => connection.AnswerAsync("400 Bad Request", ""));
        var address = new UriBuilder(proxy.BaseUri()) { Scheme = "https", Path = "" }.Uri;

        var error = await Calls.To(new ApiEndpoint(s_elsewhere, address)).FailAsync(Calls.Info());

        Assert.Equal(ApiErrorKind.TlsFailure, error.Kind);
        Assert.Contains($"through the proxy {address}", error.Message, StringComparison.Ordinal);
        Assert.Contains("Most use http", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_whose_name_does_not_resolve_is_named_instead_of_the_host()
    {
        var error = await Calls.To(new ApiEndpoint(s_elsewhere)).FailAsync(Calls.Info());

        Assert.Equal("NameResolutionFailure", error.ErrorId);
        Assert.Contains("proxy.invalid", error.Message, StringComparison.Ordinal);
        Assert.Contains("-NoProxy", error.Advice!, StringComparison.Ordinal);
    }
}
