using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>How concurrent calls of one process to the same server affect each other.</summary>
public sealed class SharedLoadTests
{
    private const int Workers = 32;

    private readonly EndpointLoads _loads = new();
    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(100)]
    public async Task Many_workers_add_no_storm_to_a_dead_server(int retries)
    {
        await using var server = RawServer.Answering(static connection => connection.AnswerAsync("502 Bad Gateway", ""));
        var api = To(server, retries);

        var errors = await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => api.FailAsync(Calls.Introspect())));

        // The budget, and the retries of the last call, which are free once no other call is retrying.
        var added = server.Requests.Count - Workers;
        Assert.InRange(added, Math.Min(retries, 3), Math.Min(Workers * retries, 100 + retries));
        Assert.Equal(server.Requests.Count, errors.Sum(error => error.Attempts));
    }

    [Fact]
    public async Task A_single_caller_always_has_all_retries()
    {
        await using var server = RawServer.Answering(static connection => connection.AnswerAsync("502 Bad Gateway", ""));
        var api = To(server, retries: 5);

        for (var call = 0; call < 50; call++)
        {
            Assert.Equal(6, (await api.FailAsync(Calls.Introspect())).Attempts);
        }
    }

    [Fact]
    public async Task A_single_caller_has_all_retries_after_a_storm_too()
    {
        await using var server = RawServer.Answering(static connection => connection.AnswerAsync("502 Bad Gateway", ""));
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => To(server, retries: 100).FailAsync(Calls.Introspect())));

        var error = await To(server, retries: 5).FailAsync(Calls.Introspect());

        Assert.Equal(6, error.Attempts);
    }

    [Fact]
    public async Task A_busy_server_delays_the_calls_of_all_connections()
    {
        await using var server = Busy("Retry-After: 30\r\n");
        await To(server, retries: 0).FailAsync(Calls.Introspect());

        await To(server, retries: 1).CallAsync(Calls.Introspect());

        Assert.Equal([TimeSpan.FromSeconds(30)], _time.Waits);
    }

    [Theory]
    [InlineData("service")]
    [InlineData("server")]
    [InlineData("no retries")]
    public async Task A_busy_server_does_not_hold_back_others(string other)
    {
        await using var server = Busy("Retry-After: 30\r\n");
        await using var second = Busy("", times: 0);
        await To(server, retries: 0).FailAsync(Calls.Introspect());

        await To(other == "server" ? second : server, other == "no retries" ? 0 : 2)
            .SendAsync(
                Calls.Introspect(),
                other == "service" ? new ApiCredential("another", "s") : Calls.Credential,
                CancellationToken.None
            )
            .Guard();

        Assert.Empty(_time.Waits);
    }

    [Theory]
    [InlineData("61")]
    [InlineData("315360000")]
    [InlineData("Wed, 02 Jan 2036 03:04:05 GMT")]
    public async Task A_server_that_asks_for_years_does_not_hold_back_others(string retryAfter)
    {
        await using var server = Busy($"Retry-After: {retryAfter}\r\n");
        await To(server, retries: 2).FailAsync(Calls.Introspect());

        await To(server, retries: 2).CallAsync(Calls.Introspect());

        Assert.Empty(_time.Waits);
    }

    [Theory]
    [InlineData(-3650)]
    [InlineData(3650)]
    public async Task A_clock_that_jumps_moves_no_wait_beyond_a_minute(int days)
    {
        await using var server = Busy("Retry-After: Fri, 02 Jan 2026 03:04:35 GMT\r\n", times: 2);
        var api = To(server, retries: 2);
        var call = api.SendAsync(
            Calls.Introspect(),
            Calls.Credential,
            CancellationToken.None,
            (_, _) => _time.JumpTo(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddDays(days))
        );

        if (days > 0)
        {
            await call.Guard();
        }
        else
        {
            await Assert.ThrowsAsync<AuthleteApiException>(() => call.Guard());
        }

        Assert.All(_time.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, RetryRules.MaxWait));
    }

    [Fact]
    public async Task A_call_is_delayed_for_at_most_a_minute_no_matter_how_often_others_are_rejected()
    {
        await using var server = Busy("", times: 0);
        var load = _loads.Of(server.BaseUri().AbsoluteUri, Calls.Credential.Key);
        var time = new RejectedCallDuringWait(load);
        load.HoldBack(TimeSpan.FromSeconds(25));

        await To(server, 2, time).CallAsync(Calls.Introspect());

        Assert.Equal(TimeSpan.FromMinutes(1), time.Elapsed);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_stop_ends_the_wait_of_a_call_that_is_held_back()
    {
        await using var server = Busy("", times: 0);
        using var stop = new CancellationTokenSource();
        _loads.Of(server.BaseUri().AbsoluteUri, Calls.Credential.Key).HoldBack(CallTime.System.Elapsed + TimeSpan.FromMinutes(1));
        var call = To(server, 2, CallTime.System).SendAsync(Calls.Introspect(), Calls.Credential, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Guard());
        Assert.Empty(server.Requests);
    }

    /// <summary>Rejects the specified number of requests because it is busy, and then responds.</summary>
    private static RawServer Busy(string headers, int times = 1)
    {
        var arrivals = 0;
        return RawServer.Answering(connection =>
            Interlocked.Increment(ref arrivals) <= times
                ? connection.AnswerAsync("429 Too Many Requests", "", headers: headers)
                : connection.AnswerAsync(Calls.Introspect())
        );
    }

    private AuthleteApi To(RawServer server, int retries, CallTime? time = null) =>
        Calls.Retrying(server.BaseUri(), time ?? _time, retries, _loads);

    /// <summary>A clock on which, while one call waits, another one is rejected.</summary>
    private sealed class RejectedCallDuringWait(EndpointLoad load) : CallTime
    {
        private TimeSpan _elapsed;

        public override TimeSpan Elapsed => _elapsed;

        public override Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
        {
            _elapsed += delay;
            load.HoldBack(_elapsed + TimeSpan.FromSeconds(25));
            return Task.CompletedTask;
        }
    }
}
