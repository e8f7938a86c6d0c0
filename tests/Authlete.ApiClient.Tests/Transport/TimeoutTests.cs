using System;
using System.Threading.Tasks;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>Servers that don't respond in time.</summary>
public sealed class TimeoutTests
{
    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task No_connection_in_time_is_a_timeout()
    {
        // The server never responds to the TLS handshake, which is part of connecting.
        await using var server = RawServer.Connecting((_, connection) => connection.StallAsync());

        await AssertTimeoutAsync(server.BaseUri("https"));
    }

    [Fact]
    public async Task No_header_in_time_is_a_timeout()
    {
        await using var server = RawServer.Answering(connection => connection.StallAsync());

        await AssertTimeoutAsync(server.BaseUri());
    }

    [Fact]
    public async Task No_end_of_the_body_in_time_is_a_timeout()
    {
        await using var server = RawServer.Answering(async connection =>
        {
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
            await connection.StallAsync();
        });

        await AssertTimeoutAsync(server.BaseUri());
    }

    [Fact]
    public async Task A_call_after_a_timeout_is_not_disturbed_by_it()
    {
        await using var server = RawServer.Answering(
            (connection, request) =>
                request.Target.StartsWith("/api/client/", StringComparison.Ordinal)
                    ? connection.StallAsync()
                    : connection.AnswerAsync(Calls.Info())
        );
        var pool = new HttpClientPool(static () => TimeSpan.Zero);
        await new AuthleteApi(new ApiEndpoint(server.BaseUri()), new CallPolicy(s_short), pool).FailAsync(Calls.GetClient());

        var answer = await new AuthleteApi(new ApiEndpoint(server.BaseUri()), new CallPolicy(TimeSpan.FromMinutes(1)), pool).CallAsync(
            Calls.Info()
        );

        Assert.Equal(200, answer.StatusCode);
    }

    private static async Task AssertTimeoutAsync(Uri baseUri)
    {
        var error = await Calls.To(baseUri, s_short).FailAsync(Calls.Info());

        Assert.Equal("Timeout", error.ErrorId);
        Assert.Contains("0.1 s", error.Message, StringComparison.Ordinal);
        Assert.Null(error.StatusCode);
        Assert.True(error.Elapsed > TimeSpan.Zero);
    }
}
