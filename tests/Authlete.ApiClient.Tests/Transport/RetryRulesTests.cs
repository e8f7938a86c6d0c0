using System;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>The delays of retries, and the state that calls to one endpoint share.</summary>
public sealed class RetryRulesTests
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 0.0, 0)]
    [InlineData(1, 0.5, 0.5)]
    [InlineData(2, 0.5, 1)]
    [InlineData(3, 0.5, 2)]
    [InlineData(60, 0.5, 30)]
    [InlineData(5000, 0.5, 30)]
    public void The_wait_doubles_up_to_a_minute_and_is_spread_over_it(int attempts, double chance, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryRules.Backoff(TimeSpan.FromSeconds(1), attempts, chance));

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    [InlineData("1.5", null)]
    [InlineData("3, 4", null)]
    [InlineData("0", 0.0)]
    [InlineData("7", 7.0)]
    [InlineData("Fri, 02 Jan 2026 03:04:15 GMT", 10.0)]
    [InlineData("Thu, 01 Jan 2026 00:00:00 GMT", 0.0)]
    [InlineData("Mon, 01 Jan 1601 00:00:00 GMT", 0.0)]
    public void Retry_After_is_read_as_seconds_or_as_a_date(string? text, double? seconds) =>
        Assert.Equal(seconds, RetryRules.ParseRetryAfter(text, s_now)?.TotalSeconds);

    [Theory]
    [InlineData("61")]
    [InlineData("315360000")]
    [InlineData("99999999999999999999999")]
    [InlineData("Wed, 02 Jan 2036 03:04:05 GMT")]
    public async Task A_server_that_asks_for_more_than_a_minute_is_not_waited_for(string retryAfter)
    {
        var time = new ManualTime();
        await using var server = RawServer.Answering(connection =>
            connection.AnswerAsync("503 Service Unavailable", "", headers: $"Retry-After: {retryAfter}\r\n")
        );

        var error = await To(server, time).FailAsync(Calls.Introspect());

        Assert.Contains("asks to wait", error.Message, StringComparison.Ordinal);
        Assert.Empty(time.Waits);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("10", 10)]
    [InlineData("60", 60)]
    [InlineData("garbage", 0.5)]
    public async Task Retry_After_wins_over_the_usual_wait(string retryAfter, double seconds)
    {
        var time = new ManualTime();
        await using var server = Once("503 Service Unavailable", $"Retry-After: {retryAfter}\r\n");

        await To(server, time).CallAsync(Calls.Introspect());

        Assert.Equal([TimeSpan.FromSeconds(seconds)], time.Waits);
    }

    [Fact]
    public async Task A_server_that_is_busy_holds_back_the_other_calls_to_it()
    {
        var time = new ManualTime();
        var loads = new EndpointLoads();
        await using var server = Once("429 Too Many Requests", "Retry-After: 20\r\n");
        loads.Of(server.BaseUri().AbsoluteUri, Calls.Credential.Key).HoldBack(time.Elapsed + TimeSpan.FromSeconds(7));

        await To(server, time, loads).CallAsync(Calls.Introspect());
        var other = new ApiCredential("5", "another service");
        await To(server, time, loads).SendAsync(Calls.Introspect(), other, CancellationToken.None).Guard();

        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(20)], time.Waits);
    }

    [Fact]
    public void A_clock_that_is_set_does_not_hold_calls_longer()
    {
        var time = new ManualTime();
        var load = new EndpointLoad();
        load.HoldBack(time.Elapsed + TimeSpan.FromSeconds(7));

        time.JumpTo(DateTimeOffset.UnixEpoch);

        Assert.Equal(TimeSpan.FromSeconds(7), load.GetRemainingHold(time.Elapsed));
    }

    [Fact]
    public void A_shorter_hold_does_not_shorten_a_longer_one()
    {
        var load = new EndpointLoad();
        load.HoldBack(TimeSpan.FromSeconds(9));
        load.HoldBack(TimeSpan.FromSeconds(3));

        Assert.Equal(TimeSpan.FromSeconds(9), load.GetRemainingHold(TimeSpan.Zero));
    }

    [Fact]
    public void A_call_that_is_retried_alone_always_may()
    {
        var load = new EndpointLoad();
        for (var i = 0; i < 10_000; i++)
        {
            load.BeginRetrying();
            Assert.True(load.TryTakeAttempt());
            load.EndRetrying();
        }
    }

    [Fact]
    public void Calls_that_are_retried_together_share_a_budget_that_answers_refill()
    {
        var load = new EndpointLoad();
        load.BeginRetrying();
        load.BeginRetrying();
        var taken = 0;
        while (load.TryTakeAttempt())
        {
            taken++;
        }

        load.Earn(wasRetried: true);

        Assert.Equal(100, taken);
        Assert.True(load.TryTakeAttempt());
        Assert.False(load.TryTakeAttempt());
    }

    [Fact]
    public async Task A_call_without_budget_fails_and_says_that_it_is_not_retried()
    {
        var time = new ManualTime();
        var loads = new EndpointLoads();
        await using var server = RawServer.Answering(connection => connection.AnswerAsync("502 Bad Gateway", ""));
        var load = loads.Of(server.BaseUri().AbsoluteUri, Calls.Credential.Key);
        load.BeginRetrying();
        load.BeginRetrying();
        while (load.TryTakeAttempt()) { }

        var error = await To(server, time, loads).FailAsync(Calls.Introspect());

        Assert.Equal((502, 1), (error.StatusCode, error.Attempts));
        Assert.Contains("isn't retried", error.Message, StringComparison.Ordinal);
    }

    private static RawServer Once(string status, string headers)
    {
        var arrivals = 0;
        return RawServer.Answering(connection =>
            Interlocked.Increment(ref arrivals) == 1
                ? connection.AnswerAsync(status, "", headers: headers)
                : connection.AnswerAsync("200 OK", """{"resultCode":"A056001","action":"OK"}""")
        );
    }

    private static AuthleteApi To(RawServer server, CallTime time, EndpointLoads? loads = null) =>
        Calls.Retrying(server.BaseUri(), time, loads: loads);
}
