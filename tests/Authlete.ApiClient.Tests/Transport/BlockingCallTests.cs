using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>A caller that would only wait may lend its thread to the call.</summary>
public sealed class BlockingCallTests
{
    [Fact]
    public async Task A_call_that_may_block_keeps_the_thread_until_it_is_answered()
    {
        var answer = new TaskCompletionSource();
        await using var server = RawServer.Connecting(
            async (server, connection) =>
            {
                await connection.ReadRequestAsync();
                server.Reach();
                await answer.Task;
                await connection.AnswerAsync(Calls.Introspect());
            }
        );
        var api = Calls.To(server.BaseUri());

        var calling = Task.Factory.StartNew(
            () => api.SendAsync(Calls.Introspect(), Calls.Credential, mayBlock: true, CancellationToken.None),
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        await server.Reached.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.False(calling.IsCompleted);
        answer.SetResult();

        Assert.Equal(200, (await calling.Unwrap().Guard()).StatusCode);
    }

    [Fact]
    public async Task Another_call_returns_before_it_has_ended()
    {
        await using var server = RawServer.Answering((connection, _) => connection.StallAsync());
        using var stop = new CancellationTokenSource();

        var call = Calls.To(server.BaseUri()).SendAsync(Calls.Introspect(), Calls.Credential, stop.Token);

        Assert.False(call.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Guard());
    }

    [Fact]
    public async Task A_call_that_may_block_sends_the_same_as_another()
    {
        await using var server = RawServer.Answering((connection, _) => connection.AnswerAsync(Calls.Introspect()));
        var api = Calls.To(server.BaseUri());

        await api.CallAsync(Calls.Introspect());
        await api.CallBlockingAsync(Calls.Introspect(), TestContext.Current.CancellationToken);

        var requests = server.Requests.ToArray();
        Assert.Equal(2, requests.Length);
        Assert.Equivalent(requests[0], requests[1], strict: true);
    }

    [Fact]
    public async Task A_call_that_may_block_gives_the_thread_back_when_it_has_to_be_tried_again()
    {
        var isFirst = true;
        await using var server = RawServer.Answering(
            (connection, _) =>
            {
                var wasFirst = isFirst;
                isFirst = false;
                return wasFirst ? connection.AnswerAsync("503 Service Unavailable", "") : connection.AnswerAsync(Calls.Introspect());
            }
        );
        var waited = new TaskCompletionSource();
        var api = Calls.Retrying(server.BaseUri(), new HeldTime(waited.Task));

        var call = await Task.Factory.StartNew(
            () => api.SendAsync(Calls.Introspect(), Calls.Credential, mayBlock: true, CancellationToken.None),
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        Assert.False(call.IsCompleted);
        waited.SetResult();

        Assert.Equal(2, (await call.Guard()).Attempts);
    }

    private sealed class HeldTime(Task delay) : CallTime
    {
        public override Task DelayAsync(TimeSpan wait, CancellationToken cancellationToken) => delay;
    }
}
