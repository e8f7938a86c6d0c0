using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>Which failures are retried, and how often a request reaches the server.</summary>
public sealed class RetryTests
{
    private const string Introspection = """{"resultCode":"A056001","action":"OK"}""";

    private readonly ManualTime _time = new();

    public static TheoryData<string> Transient { get; } =
        new(
            "408 Request Timeout",
            "429 Too Many Requests",
            "500 Internal Server Error",
            "502 Bad Gateway",
            "503 Service Unavailable",
            "504 Gateway Timeout"
        );

    public static TheoryData<string> Final { get; } =
        new("400 Bad Request", "401 Unauthorized", "403 Forbidden", "404 Not Found", "409 Conflict", "501 Not Implemented", "302 Found");

    [Theory]
    [MemberData(nameof(Transient))]
    public async Task A_read_is_sent_again_after_a_failure_that_may_pass(string status)
    {
        await using var server = Failing(1, status);

        var answer = await To(server).CallAsync(Calls.Introspect());

        Assert.Equal((2, 2), (server.Requests.Count, answer.Attempts));
        Assert.Equal([TimeSpan.FromSeconds(0.5)], _time.Waits);
    }

    [Theory]
    [MemberData(nameof(Final))]
    public async Task Nothing_is_sent_again_after_a_refusal(string status)
    {
        await using var server = Failing(1, status);

        var error = await To(server).FailAsync(Calls.Introspect());

        Assert.Equal((1, 1), (server.Requests.Count, error.Attempts));
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("""{"message":"Scheduled maintenance"}""")]
    [InlineData("""{"resultCode":"A056101","action":"INTERNAL_SERVER_ERROR"}""")]
    public async Task A_response_with_a_successful_status_is_not_retried(string body)
    {
        await using var server = RawServer.Answering(connection => connection.AnswerAsync("200 OK", body));

        await Record.ExceptionAsync(() => To(server).CallAsync(Calls.Introspect()));

        Assert.Single(server.Requests);
    }

    [Theory]
    [MemberData(nameof(Transient))]
    public async Task An_unsafe_call_is_sent_once(string status)
    {
        if (status.StartsWith("429", StringComparison.Ordinal))
        {
            // The server has not changed anything yet.
            return;
        }

        await using var server = Failing(1, status);

        var error = await To(server).FailAsync(Create());

        Assert.True(error.OutcomeUnknown);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("429 Too Many Requests", "")]
    [InlineData("429 Too Many Requests", "Retry-After: 2\r\n")]
    [InlineData("503 Service Unavailable", "Retry-After: 2\r\n")]
    public async Task Any_call_is_retried_if_the_server_says_that_it_changed_nothing(string status, string headers)
    {
        await using var server = Failing(1, status, headers);

        await To(server).CallAsync(Create());

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_read_is_sent_again_after_a_cut_connection()
    {
        await using var server = Breaking(2);

        var answer = await To(server).CallAsync(Calls.Introspect());

        Assert.Equal((3, 3), (server.Requests.Count, answer.Attempts));
    }

    [Fact]
    public async Task A_change_is_sent_once_where_its_answer_is_lost()
    {
        await using var server = Breaking(1);

        var error = await To(server).FailAsync(Create());

        Assert.True(error.OutcomeUnknown);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Anything_is_tried_again_that_never_arrived()
    {
        var api = To(new Uri("http://authlete.invalid/api"));

        var error = await api.FailAsync(Create());

        Assert.Equal(3, error.Attempts);
        Assert.False(error.OutcomeUnknown);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_not_tried_again()
    {
        using var certificate = TlsTests.SelfSigned();
        await using var server = RawServer.Connecting((_, connection) => connection.SecureAsync(certificate));

        var error = await To(server.BaseUri("https")).FailAsync(Calls.Info());

        Assert.Equal(("TlsFailure", 1), (error.ErrorId, error.Attempts));
    }

    [Fact]
    public async Task The_last_failure_says_how_often_and_how_long_it_was_tried()
    {
        await using var server = Failing(9, "503 Service Unavailable");

        var error = await To(server).FailAsync(Calls.Introspect());

        Assert.Equal((503, 3, TimeSpan.FromSeconds(1.5)), (error.StatusCode, error.Attempts, error.Waited));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Without_retries_nothing_is_sent_again_and_nothing_waits()
    {
        await using var server = Failing(2, "429 Too Many Requests", "Retry-After: 30\r\n");
        var api = To(server.BaseUri(), retries: 0);

        await api.FailAsync(Calls.Introspect());
        await api.FailAsync(Calls.Introspect());

        Assert.Equal(2, server.Requests.Count);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task Each_retry_is_reported_with_its_delay()
    {
        await using var server = Failing(2, "502 Bad Gateway");
        var told = new List<(int?, TimeSpan)>();

        await To(server)
            .SendAsync(
                Calls.Introspect(),
                Calls.Credential,
                CancellationToken.None,
                (failure, wait) => told.Add((failure.StatusCode, wait))
            )
            .Guard();

        Assert.Equal([(502, TimeSpan.FromSeconds(0.5)), (502, TimeSpan.FromSeconds(1))], told);
    }

    [Fact]
    public async Task A_stop_ends_the_wait()
    {
        await using var server = Failing(9, "503 Service Unavailable", "Retry-After: 30\r\n");
        using var stop = new CancellationTokenSource();
        var api = new AuthleteApi(
            new ApiEndpoint(server.BaseUri()),
            new CallPolicy(Timeout.InfiniteTimeSpan, 2, TimeSpan.FromSeconds(1)),
            new HttpClientPool(static () => TimeSpan.Zero)
        );

        var call = api.SendAsync(Calls.Introspect(), Calls.Credential, stop.Token, (_, _) => stop.Cancel());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Guard());
        Assert.Single(server.Requests);
    }

    private static ApiCall Create() => new(Operations.ClientCreate) { Body = new Client { ClientName = "shop" } };

    /// <summary>Responds with a status the specified number of times, then as Authlete does.</summary>
    private static RawServer Failing(int times, string status, string headers = "", string body = Introspection)
    {
        var arrivals = 0;
        return RawServer.Answering(
            (connection, request) =>
                Interlocked.Increment(ref arrivals) <= times
                    ? connection.AnswerAsync(status, "", headers: headers)
                    : connection.AnswerAsync("200 OK", request.Target.EndsWith("/create", StringComparison.Ordinal) ? CreatedClient : body)
        );
    }

    private const string CreatedClient = """{"clientId":1,"createdAt":1,"clientIdAliasEnabled":false,"defaultMaxAge":0}""";

    /// <summary>Breaks the connection the specified number of times, then responds.</summary>
    private static RawServer Breaking(int times)
    {
        var arrivals = 0;
        return RawServer.Answering(connection =>
        {
            if (Interlocked.Increment(ref arrivals) > times)
            {
                return connection.AnswerAsync("200 OK", Introspection);
            }

            connection.Reset();
            return Task.CompletedTask;
        });
    }

    private AuthleteApi To(RawServer server) => To(server.BaseUri());

    private AuthleteApi To(Uri baseUri, int retries = 2) => Calls.Retrying(baseUri, _time, retries);
}
