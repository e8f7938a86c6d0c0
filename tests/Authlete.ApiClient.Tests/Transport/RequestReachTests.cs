using System;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>A failure states whether the server may have received the request.</summary>
public sealed class RequestReachTests
{
    public static TheoryData<bool> WithAndWithoutBody { get; } = new(false, true);

    [Theory]
    [MemberData(nameof(WithAndWithoutBody))]
    public async Task A_refused_connection_never_sent_it(bool hasBody)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        await AssertReachAsync(
            RequestReach.NeverSent,
            new Uri($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}/api"),
            hasBody
        );
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutBody))]
    public Task An_unknown_host_never_sent_it(bool hasBody) =>
        AssertReachAsync(RequestReach.NeverSent, new Uri("http://authlete.invalid/api"), hasBody);

    [Theory]
    [MemberData(nameof(WithAndWithoutBody))]
    public async Task An_untrusted_certificate_never_sent_it(bool hasBody)
    {
        using var certificate = TlsTests.SelfSigned();
        await using var server = RawServer.Connecting(
            async (_, connection) =>
            {
                await connection.SecureAsync(certificate);
                await connection.ReadRequestAsync();
            }
        );

        await AssertReachAsync(RequestReach.NeverSent, server.BaseUri("https"), hasBody);
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutBody))]
    public async Task A_reset_within_the_TLS_handshake_never_sent_it(bool hasBody)
    {
        await using var server = RawServer.Connecting(
            async (_, connection) =>
            {
                await connection.WaitForByteAsync();
                connection.Reset();
            }
        );

        await AssertReachAsync(RequestReach.NeverSent, server.BaseUri("https"), hasBody);
    }

    [Fact]
    public async Task A_timeout_within_the_TLS_handshake_never_sent_a_body()
    {
        await using var server = RawServer.Connecting(static (_, connection) => connection.StallAsync());

        var error = await Calls.To(server.BaseUri("https"), TimeSpan.FromMilliseconds(100)).FailAsync(Calls.Introspect());

        Assert.Equal(("Timeout", RequestReach.NeverSent), (error.ErrorId, error.Reach));
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutBody))]
    public async Task A_reset_before_the_answer_leaves_it_open(bool hasBody)
    {
        await using var server = RawServer.Answering(connection =>
        {
            connection.Reset();
            return Task.CompletedTask;
        });

        await AssertReachAsync(RequestReach.Unknown, server.BaseUri(), hasBody);
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutBody))]
    public async Task An_end_before_the_answer_leaves_it_open(bool hasBody)
    {
        await using var server = RawServer.Answering(connection =>
        {
            connection.Dispose();
            return Task.CompletedTask;
        });

        await AssertReachAsync(RequestReach.Unknown, server.BaseUri(), hasBody);
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutBody))]
    public async Task A_timeout_before_the_answer_leaves_it_open(bool hasBody)
    {
        await using var server = RawServer.Answering(static connection => connection.StallAsync());

        var error = await Calls.To(server.BaseUri(), TimeSpan.FromSeconds(1)).FailAsync(NewCall(hasBody));

        Assert.Equal(("Timeout", RequestReach.Unknown), (error.ErrorId, error.Reach));
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutBody))]
    public async Task Bytes_that_are_no_HTTP_are_an_answer(bool hasBody)
    {
        await using var server = RawServer.Answering(async connection =>
        {
            await connection.SendAsync("SSH-2.0-OpenSSH_9.6\r\n\r\n");
            connection.Dispose();
        });

        await AssertReachAsync(RequestReach.Answered, server.BaseUri(), hasBody);
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutBody))]
    public async Task An_answer_that_is_cut_off_is_an_answer(bool hasBody)
    {
        await using var server = RawServer.Answering(async connection =>
        {
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
            connection.Dispose();
        });

        await AssertReachAsync(RequestReach.Answered, server.BaseUri(), hasBody);
    }

    [Fact]
    public async Task A_timeout_within_the_answer_is_an_answer()
    {
        await using var server = RawServer.Answering(async connection =>
        {
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
            await connection.StallAsync();
        });

        var error = await Calls.To(server.BaseUri(), TimeSpan.FromSeconds(1)).FailAsync(Calls.Info());

        Assert.Equal(("Timeout", RequestReach.Answered), (error.ErrorId, error.Reach));
    }

    [Theory]
    [InlineData("503 Service Unavailable", "")]
    [InlineData("302 Found", "Location: https://other.example/\r\n")]
    [InlineData("200 OK", "")]
    public async Task A_status_is_an_answer(string status, string headers)
    {
        await using var server = RawServer.Answering(connection => connection.AnswerAsync(status, "<html>", "text/html", headers));

        var error = await server.FailAsync(Calls.Info());

        Assert.Equal(RequestReach.Answered, error.Reach);
        Assert.Null(error.RetryAfter);
    }

    [Theory]
    [InlineData("120")]
    [InlineData("Fri, 31 Dec 2027 23:59:59 GMT")]
    [InlineData("soon")]
    public async Task Retry_After_is_given_as_received(string value)
    {
        await using var server = RawServer.Answering(connection =>
            connection.AnswerAsync("429 Too Many Requests", "", headers: $"Retry-After: {value}\r\n")
        );

        Assert.Equal(value, (await server.FailAsync(Calls.Info())).RetryAfter);
    }

    private static ApiCall NewCall(bool hasBody) => hasBody ? Calls.Introspect() : Calls.Info();

    private static async Task AssertReachAsync(RequestReach expected, Uri baseUri, bool hasBody) =>
        Assert.Equal(expected, (await Calls.To(baseUri).FailAsync(NewCall(hasBody))).Reach);
}
