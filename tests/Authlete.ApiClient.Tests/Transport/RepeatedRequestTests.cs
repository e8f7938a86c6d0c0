using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>How often each request reaches the server, for every operation and fault. The expected numbers follow from the facts.</summary>
public sealed class RepeatedRequestTests
{
    private const int RetryCount = 2;

    public static TheoryData<string> AllCalls { get; } = [.. RepeatableCall.All.Keys];

    public static TheoryData<string> Relayed { get; } =
    [
        .. RepeatableCall
            .All.Values.Where(call => call.NewCall().Operation.RequiredMembers.Any(member => member.Name == "action"))
            .Select(call => call.ToString()),
    ];

    [Fact]
    public void The_facts_name_how_many_operations_are_safe()
    {
        var safety = ApiFacts.Operations.CountBy(operation => operation.GetProperty("safeToRepeat").GetString()!).ToDictionary();

        Assert.Equal((38, 8, 16), (safety["yes"], safety["conditional"], safety["no"]));
    }

    [Theory]
    [MemberData(nameof(AllCalls))]
    public async Task While_a_fault_lasts_a_request_arrives_as_often_as_the_facts_allow(string name)
    {
        var facts = RepeatableCall.All[name];
        foreach (var fault in CallFault.All)
        {
            var time = new ManualTime();
            await using var server = RawServer.Answering(connection => fault.Serve(new CallFaultScene(connection, time)));

            var error = await To(server.BaseUri(), time).FailAsync(facts.NewCall());

            var attempts = MayRepeat(facts, fault) ? 1 + RetryCount : 1;
            Assert.Equal(
                (fault.Name, attempts, attempts, attempts - 1),
                (fault.Name, server.Requests.Count, error.Attempts, time.Waits.Count)
            );
            Assert.Equal((fault.Name, IsUnknown(facts, fault)), (fault.Name, error.OutcomeUnknown));
        }
    }

    [Theory]
    [MemberData(nameof(AllCalls))]
    public async Task After_a_fault_that_passes_a_request_has_arrived_twice_if_the_facts_allow(string name)
    {
        var facts = RepeatableCall.All[name];
        foreach (var fault in CallFault.All)
        {
            var time = new ManualTime();
            var arrivals = 0;
            await using var server = RawServer.Answering(connection =>
                Interlocked.Increment(ref arrivals) == 1
                    ? fault.Serve(new CallFaultScene(connection, time))
                    : connection.AnswerAsync(facts.NewCall())
            );
            var call = To(server.BaseUri(), time).CallAsync(facts.NewCall());

            if (MayRepeat(facts, fault))
            {
                Assert.Equal((fault.Name, 2), (fault.Name, (await call).Attempts));
                Assert.Equal((fault.Name, 2), (fault.Name, server.Requests.Count));
                Assert.Single(server.Requests.Select(request => request.Target + Convert.ToHexString(request.Body)).Distinct());
            }
            else
            {
                await Assert.ThrowsAsync<AuthleteApiException>(() => call);
                Assert.Equal((fault.Name, 1), (fault.Name, server.Requests.Count));
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllCalls))]
    public async Task A_request_that_never_arrives_is_retried_for_every_operation(string name)
    {
        var time = new ManualTime();

        var error = await To(FindClosedPort(), time).FailAsync(RepeatableCall.All[name].NewCall());

        Assert.Equal((1 + RetryCount, RetryCount), (error.Attempts, time.Waits.Count));
        Assert.False(error.OutcomeUnknown);
    }

    [Theory]
    [MemberData(nameof(Relayed))]
    public async Task An_action_that_means_failure_is_an_answer(string name)
    {
        var call = RepeatableCall.All[name].NewCall();
        var answer = MinimalResponse.To(call);
        answer["action"] = "INTERNAL_SERVER_ERROR";
        await using var server = RawServer.Answering(connection => connection.AnswerAsync("200 OK", answer.ToJsonString()));

        var result = await To(server.BaseUri(), new ManualTime()).CallAsync(call);

        Assert.Equal((1, 1), (server.Requests.Count, result.Attempts));
    }

    [Theory]
    [MemberData(nameof(AllCalls))]
    public async Task Without_retries_a_request_arrives_once_and_nothing_waits(string name)
    {
        foreach (var fault in CallFault.All)
        {
            var time = new ManualTime();
            await using var server = RawServer.Answering(connection => fault.Serve(new CallFaultScene(connection, time)));

            await To(server.BaseUri(), time, retries: 0).FailAsync(RepeatableCall.All[name].NewCall());

            Assert.Equal((fault.Name, 1, 0), (fault.Name, server.Requests.Count, time.Waits.Count));
        }
    }

    private static bool MayRepeat(RepeatableCall call, CallFault fault) =>
        fault.Kind == CallFaultKind.HoldsBack || (fault.Kind == CallFaultKind.Lost && call.IsSafe);

    private static bool IsUnknown(RepeatableCall call, CallFault fault) =>
        call.MayChange && fault.Kind is CallFaultKind.Lost or CallFaultKind.Foreign;

    private static Uri FindClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/api");
    }

    private static AuthleteApi To(Uri baseUri, ManualTime time, int retries = RetryCount) => Calls.Retrying(baseUri, time, retries);
}
