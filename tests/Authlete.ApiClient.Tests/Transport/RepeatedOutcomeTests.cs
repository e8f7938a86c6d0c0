using System;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>The known outcome of a call after several attempts that ended differently.</summary>
public sealed class RepeatedOutcomeTests
{
    private readonly ManualTime _time = new();

    [Theory]
    [InlineData("delete", true, "reset", "404 Not Found")]
    [InlineData("delete", true, "500 Internal Server Error", "403 Forbidden")]
    [InlineData("delete", true, "429 Too Many Requests", "reset", "404 Not Found")]
    [InlineData("delete", true, "reset", "429 Too Many Requests", "404 Not Found")]
    [InlineData("delete", false, "429 Too Many Requests", "404 Not Found")]
    [InlineData("delete", false, "429 Too Many Requests", "429 Too Many Requests", "403 Forbidden")]
    [InlineData("read", false, "reset", "404 Not Found")]
    [InlineData("read", false, "reset", "502 Bad Gateway", "reset")]
    [InlineData("create", false, "429 Too Many Requests", "400 Bad Request")]
    [InlineData("create", true, "429 Too Many Requests", "500 Internal Server Error")]
    [InlineData("create", true, "429 Too Many Requests", "reset")]
    public async Task An_outcome_is_unknown_once_an_attempt_may_have_changed_something(
        string call,
        bool isUnknown,
        params string[] attempts
    )
    {
        await using var server = Scripted(attempts);

        var error = await To(server).FailAsync(NewCall(call));

        Assert.Equal((attempts.Length, attempts.Length, isUnknown), (server.Requests.Count, error.Attempts, error.OutcomeUnknown));
    }

    [Theory]
    [InlineData("Fri, 02 Jan 2026 03:05:05 GMT", 60)]
    [InlineData("Fri, 02 Jan 2026 03:04:06 GMT", 1)]
    [InlineData("Fri, 02 Jan 2026 03:04:04 GMT", 0)]
    [InlineData("Mon, 01 Jan 2001 00:00:00 GMT", 0)]
    [InlineData("0", 0)]
    [InlineData("60", 60)]
    [InlineData("-1", 0.5)]
    [InlineData("a while", 0.5)]
    [InlineData("1e9", 0.5)]
    [InlineData("31 Feb 2026", 0.5)]
    public async Task The_delay_that_a_server_requests_is_waited_only_once(string retryAfter, double seconds)
    {
        await using var server = Scripted("429 Too Many Requests\nRetry-After: " + retryAfter, "404 Not Found");

        var error = await To(server).FailAsync(NewCall("read"));

        Assert.Equal([TimeSpan.FromSeconds(seconds)], _time.Waits);
        Assert.Equal(TimeSpan.FromSeconds(seconds), error.Waited);
    }

    private static ApiCall NewCall(string kind) =>
        kind switch
        {
            "delete" => new ApiCall(Operations.ClientDelete).WithPathValue("clientId", "4711"),
            "create" => new ApiCall(Operations.ClientCreate) { Body = new Client() },
            _ => Calls.GetClient(),
        };

    /// <summary>Ends one attempt after the other by a script: with a status and an optional header, or a reset.</summary>
    private static RawServer Scripted(params string[] attempts)
    {
        var next = -1;
        return RawServer.Answering(connection =>
        {
            var step = attempts[Interlocked.Increment(ref next)].Split('\n');
            if (step[0] != "reset")
            {
                return connection.AnswerAsync(step[0], "", headers: step.Length > 1 ? step[1] + "\r\n" : "");
            }

            connection.Reset();
            return Task.CompletedTask;
        });
    }

    private AuthleteApi To(RawServer server) => Calls.Retrying(server.BaseUri(), _time);
}
