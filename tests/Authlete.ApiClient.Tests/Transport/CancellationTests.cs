using System;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>Its token cancels a call immediately, in every phase. No timeout here could end it instead.</summary>
public sealed class CancellationTests
{
    [Fact]
    public async Task Before_anything_is_sent()
    {
        await using var server = RawServer.Answering(connection => connection.AnswerAsync(Calls.Info()));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Calls.To(server.BaseUri()).SendAsync(Calls.Info(), Calls.Credential, new CancellationToken(canceled: true)).Guard()
        );

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task While_connecting()
    {
        // The server never responds to the TLS handshake, which is part of connecting.
        await using var server = StallingAfter(connection => connection.WaitForByteAsync());

        await AssertEndsAsync(server, server.BaseUri("https"));
    }

    [Fact]
    public async Task While_waiting_for_the_header()
    {
        await using var server = StallingAfter(connection => connection.ReadRequestAsync());

        await AssertEndsAsync(server, server.BaseUri());
    }

    [Fact]
    public async Task While_reading_the_body()
    {
        await using var server = StallingAfter(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendHalfABodyAsync();
        });

        await AssertEndsAsync(server, server.BaseUri());
    }

    [Fact]
    public async Task A_stop_wins_over_a_simultaneous_timeout()
    {
        await using var server = RawServer.Answering(connection => connection.StallAsync());
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Calls.To(server.BaseUri(), TimeSpan.FromTicks(1)).SendAsync(Calls.Info(), Calls.Credential, stop.Token).Guard()
        );
    }

    [Fact]
    public async Task While_sending_the_body()
    {
        // The server never reads the body, which is larger than the connection's buffers.
        await using var server = StallingAfter(connection => connection.WaitForByteAsync());
        var call = Calls.Introspect();
        call.Body!.SetMember("message", new string('x', 16 * 1024 * 1024));

        await AssertEndsAsync(server, server.BaseUri(), call);
    }

    private static RawServer StallingAfter(Func<RawConnection, Task> step) =>
        RawServer.Connecting(
            async (server, connection) =>
            {
                await step(connection);
                server.Reach();
                await connection.StallAsync();
            }
        );

    private static async Task AssertEndsAsync(RawServer server, Uri baseUri, ApiCall? sent = null)
    {
        using var stop = new CancellationTokenSource();
        var call = Calls.To(baseUri).SendAsync(sent ?? Calls.Introspect(), Calls.Credential, stop.Token);
        await server.Reached.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.False(call.IsCompleted);

        await stop.CancelAsync();

        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Guard());
        Assert.Equal(stop.Token, e.CancellationToken);
    }
}
