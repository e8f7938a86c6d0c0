using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>The check whether a change was made, before it is sent again.</summary>
public sealed class RepeatCheckTests
{
    private static readonly JsonView s_done = JsonView.Parse<Client>("""{"clientId":4711}""");

    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_change_that_was_already_made_is_not_sent_again()
    {
        await using var server = Scripted("update reset", "get ok");

        var answer = await SendAsync(server, static _ => s_done);

        Assert.Same(s_done, answer.Body);
        Assert.Equal(["update", "get"], Arrived(server));
    }

    [Fact]
    public async Task A_change_that_was_not_made_is_sent_again()
    {
        await using var server = Scripted("update reset", "get ok", "update ok");

        var answer = await SendAsync(server, static _ => null);

        Assert.Equal(2, answer.Attempts);
        Assert.Equal(["update", "get", "update"], Arrived(server));
    }

    [Fact]
    public async Task The_object_is_checked_before_each_retry()
    {
        await using var server = Scripted("update reset", "get ok", "update reset", "get ok", "update ok");

        var answer = await SendAsync(server, static _ => null);

        Assert.Equal(3, answer.Attempts);
        Assert.Equal(["update", "get", "update", "get", "update"], Arrived(server));
    }

    [Fact]
    public async Task A_failed_check_counts_as_an_attempt()
    {
        await using var server = Scripted("update reset", "get 503", "get 503", "get ok");

        var error = await Assert.ThrowsAsync<AuthleteApiException>(() => SendAsync(server, static _ => null));

        Assert.Equal((503, 3, true), (error.StatusCode, error.Attempts, error.OutcomeUnknown));
        Assert.Equal(["update", "get", "get"], Arrived(server));
    }

    [Fact]
    public async Task A_rejected_check_ends_the_call_with_an_unknown_outcome()
    {
        await using var server = Scripted("update reset", "get 404");

        var error = await Assert.ThrowsAsync<AuthleteApiException>(() => SendAsync(server, static _ => null));

        Assert.Equal((404, true), (error.StatusCode, error.OutcomeUnknown));
        Assert.Equal(["update", "get"], Arrived(server));
    }

    [Fact]
    public async Task A_change_that_the_check_rejects_is_not_sent_again()
    {
        await using var server = Scripted("update reset", "get ok");

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            SendAsync(server, static _ => throw new InvalidOperationException("changed by somebody else"))
        );

        Assert.Equal(["update", "get"], Arrived(server));
    }

    [Theory]
    [InlineData("429")]
    [InlineData("503 with Retry-After")]
    public async Task The_object_is_not_checked_if_nothing_can_have_changed(string status)
    {
        await using var server = Scripted("update " + status, "update ok");

        await SendAsync(server, static _ => throw new InvalidOperationException("looked"));

        Assert.Equal(["update", "update"], Arrived(server));
    }

    private Task<OperationResult> SendAsync(RawServer server, Func<JsonView?, JsonView?> findDone) =>
        Calls.Retrying(server.BaseUri(), _time).CallAsync(NewUpdate(new RepeatCheck(Calls.GetClient(), findDone)));

    private static ApiCall NewUpdate(RepeatCheck? check) =>
        new ApiCall(Operations.ClientUpdate) { Body = new Client(), CheckBeforeRepeat = check }.WithPathValue("clientId", "4711");

    private static IEnumerable<string> Arrived(RawServer server) => server.Requests.Select(request => request.Target.Split('/')[3]);

    /// <summary>Handles one request after the other by a script: the expected request, and its fate.</summary>
    private static RawServer Scripted(params string[] steps)
    {
        var next = -1;
        return RawServer.Answering(
            (connection, request) =>
            {
                var step = steps[Interlocked.Increment(ref next)].Split(' ', 2);
                Assert.Equal(step[0], request.Target.Split('/')[3]);
                switch (step[1])
                {
                    case "ok":
                        return connection.AnswerAsync(step[0] == "get" ? Calls.GetClient() : NewUpdate(null));
                    case "reset":
                        connection.Reset();
                        return Task.CompletedTask;
                    case "503 with Retry-After":
                        return connection.AnswerAsync("503 x", "", headers: "Retry-After: 1\r\n");
                    default:
                        return connection.AnswerAsync(step[1] + " x", "");
                }
            }
        );
    }
}
