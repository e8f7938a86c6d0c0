using System;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>Calls without a complete response.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData("Content-Length: 100\r\n\r\n{\"version\"")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n8\r\n{\"versio\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n8\r\n{\"v")]
    public async Task An_answer_that_ends_early_is_truncated(string rest)
    {
        await using var server = RawServer.Answering(async connection =>
        {
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + rest);
            connection.Dispose();
        });

        Assert.Equal("ResponseTruncated", (await server.FailAsync(Calls.Info())).ErrorId);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n", "isn't HTTP")]
    [InlineData("HTTP/1.1 abc\r\n\r\n", "isn't HTTP")]
    [InlineData("HTTP/1.1 200 OK\r\nX: {0}\r\n\r\n", "headers of the response are too large")]
    public async Task A_response_that_is_not_HTTP_is_explained(string answer, string told)
    {
        var text = answer.Replace("{0}", new string('x', 70_000), StringComparison.Ordinal);
        await using var server = RawServer.Answering(connection => connection.SendAsync(text));

        var error = await server.FailAsync(Calls.Info());

        Assert.Equal(ApiErrorKind.ConnectionFailure, error.Kind);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        Assert.Contains("something other than Authlete responds there", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_within_the_body_is_a_truncated_answer()
    {
        await using var server = RawServer.Answering(async connection =>
        {
            await connection.SendHalfABodyAsync();
            connection.Reset();
        });

        Assert.Equal("ResponseTruncated", (await server.FailAsync(Calls.Info())).ErrorId);
    }

    [Fact]
    public async Task A_body_that_is_not_compressed_as_declared_fails_the_call()
    {
        await using var server = RawServer.Answering(connection =>
            connection.AnswerAsync("200 OK", "{\"version\":\"not gzip\"}", headers: "Content-Encoding: gzip\r\n")
        );

        await server.FailAsync(Calls.Info());
    }

    [Fact]
    public async Task A_compressed_body_that_ends_early_is_a_failed_call()
    {
        var packed = AnswerTests.Gzip(System.Text.Encoding.UTF8.GetBytes("{\"version\":\"" + new string('x', 100_000) + "\"}"));
        await using var server = RawServer.Answering(connection =>
            connection.AnswerAsync("200 OK", packed[..^20], headers: "Content-Encoding: gzip\r\n")
        );

        await server.FailAsync(Calls.Info());
    }

    [Fact]
    public async Task A_reset_before_the_answer_is_a_connection_failure()
    {
        await using var server = RawServer.Answering(connection =>
        {
            connection.Reset();
            return Task.CompletedTask;
        });

        var error = await server.FailAsync(Calls.Introspect());

        Assert.Equal("ConnectionFailure", error.ErrorId);
        Assert.Null(error.StatusCode);
        Assert.Null(error.BodyLength);
    }

    [Fact]
    public async Task An_end_before_the_answer_is_a_connection_failure()
    {
        await using var server = RawServer.Answering(connection =>
        {
            connection.Dispose();
            return Task.CompletedTask;
        });

        Assert.Equal("ConnectionFailure", (await server.FailAsync(Calls.Introspect())).ErrorId);
    }

    [Fact]
    public async Task An_answer_that_is_not_HTTP_is_a_connection_failure()
    {
        await using var server = RawServer.Answering(async connection =>
        {
            await connection.SendAsync("SSH-2.0-OpenSSH_9.6\r\n\r\n");
            connection.Dispose();
        });

        Assert.Equal("ConnectionFailure", (await server.FailAsync(Calls.Info())).ErrorId);
    }

    [Fact]
    public async Task A_refused_connection_is_a_connection_failure_that_names_host_and_port()
    {
        // Bound so that no other process gets the port, but not listening.
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var authority = "127.0.0.1:" + ((IPEndPoint)socket.LocalEndPoint!).Port;

        var error = await Calls.To(new Uri($"http://{authority}/api")).FailAsync(Calls.Info());

        Assert.Equal("ConnectionFailure", error.ErrorId);
        Assert.Contains(authority, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_host_is_a_name_resolution_failure()
    {
        var error = await Calls.To(new ApiEndpoint(new Uri("http://authlete.invalid/api"), NoProxy: true)).FailAsync(Calls.Info());

        Assert.Equal("NameResolutionFailure", error.ErrorId);
        Assert.Contains("authlete.invalid", error.Message, StringComparison.Ordinal);
    }

    /// <summary>.NET itself sends a request without content again, up to three times.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_whose_connection_is_closed_before_an_answer_arrives_once(bool isKept)
    {
        var answered = 0;
        await using var server = RawServer.Answering(async connection =>
        {
            if (isKept && answered++ == 0)
            {
                await connection.AnswerAsync("200 OK", "{\"version\":\"2.3.0\"}");
                return;
            }

            connection.Dispose();
        });
        var api = Calls.To(server.BaseUri());
        if (isKept)
        {
            await api.CallAsync(Calls.Info());
        }

        await api.FailAsync(Calls.Info());

        Assert.Equal(isKept ? 2 : 1, server.Requests.Count);
    }
}
