using System;
using System.Linq;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Faults;

/// <summary>Changes that are retried, and those that must not be.</summary>
public sealed class RetriedChangeTests : EngineTests
{
    private const string LosesAnswer = "connection=reset-after";
    private const string LosesRequest = "connection=reset";

    public RetriedChangeTests(SandboxFixture fixture)
        : base(fixture)
    {
        Session.RetryAtOnce();
        Sandbox.Faults.Clear();
    }

    public static TheoryData<string, string, string> Removals { get; } =
        new()
        {
            { Scripts.NewClient + "$id = $client.ClientId", "Remove-AuthleteClient $id -Confirm:$false", "/client/delete/*" },
            {
                "$id = (New-AuthleteService -ServiceName s -Issuer 'https://s.example.com' -SupportedResponseTypes CODE).ApiKey",
                "Remove-AuthleteService $id -Confirm:$false",
                "/service/delete/*"
            },
            { "$id = (" + Scripts.NewToken + ").AccessToken", "Remove-AuthleteAccessToken $id -Confirm:$false", "/auth/token/delete/*" },
            {
                "$id = (New-AuthleteHsk -Kty EC -Use sig -Alg ES256 -Kid ([guid]::NewGuid()) -HsmName google).Hsk.Handle",
                "Remove-AuthleteHsk $id -Confirm:$false",
                "/hsk/delete/*"
            },
        };

    public static TheoryData<string, string> Creations { get; } =
        new()
        {
            { "New-AuthleteClient -ClientName unique", "/client/create" },
            { "New-AuthleteService -ServiceName s -Issuer 'https://s.example.com' -SupportedResponseTypes CODE", "/service/create" },
            { Scripts.NewToken, "/auth/token/create" },
            { "Reset-AuthleteClientSecret $publicClientId -Confirm:$false", "/client/secret/refresh/*" },
            { "Invoke-AuthleteToken 'grant_type=x'", "/auth/token" },
        };

    [Theory]
    [MemberData(nameof(Removals))]
    public void A_removal_by_an_attempt_whose_response_was_lost_is_a_success(string create, string remove, string path)
    {
        Session.Run(create);
        Sandbox.Faults.Enqueue($"operation={path}; {LosesAnswer}");

        var calls = Sandbox.CallsDuring(() => Assert.Empty(Session.Run(remove)));

        Assert.Equal(["DELETE", "DELETE"], calls.Select(call => call.Method));
    }

    [Theory]
    [MemberData(nameof(Removals))]
    public void An_object_that_does_not_exist_is_an_error_if_no_attempt_can_have_removed_it(string create, string remove, string path)
    {
        Session.Run(create + "; " + remove);
        Sandbox.Faults.Enqueue($"operation={path}; status=429; retry-after=0");
        Sandbox.Faults.Enqueue($"operation={path}; status=503; retry-after=0");

        var calls = Sandbox.CallsDuring(() => Assert.Equal(false, Session.RunError(remove).OfException("OutcomeUnknown")));

        Assert.Equal(3, calls.Count);
    }

    [Theory]
    [MemberData(nameof(Creations))]
    public void An_unsafe_change_is_sent_once_and_the_error_says_what_to_do(string script, string path)
    {
        foreach (var fault in new[] { LosesAnswer, LosesRequest, "connection=truncate", "status=500", "status=503" })
        {
            Sandbox.Faults.Enqueue($"operation={path}; {fault}");

            var calls = Sandbox.CallsDuring(() =>
            {
                var error = Session.RunError(script);
                Assert.Equal(true, error.OfException("OutcomeUnknown"));
                Assert.Contains("may have been made", error.Exception.Message, StringComparison.Ordinal);
            });

            Assert.Single(calls);
        }
    }

    [Theory]
    [MemberData(nameof(Creations))]
    public void Any_call_that_a_busy_server_rejected_is_sent_again(string script, string path)
    {
        Sandbox.Faults.Enqueue($"operation={path}; status=429; retry-after=0");
        Sandbox.Faults.Enqueue($"operation={path}; status=503; retry-after=0");

        var calls = Sandbox.CallsDuring(() => Session.Run(script));

        Assert.Equal(3, calls.Count);
    }

    [Fact]
    public void A_change_that_an_attempt_without_an_answer_made_is_not_sent_again()
    {
        Session.Run(Scripts.NewClient);
        Sandbox.Faults.Enqueue($"operation=client_update_api; {LosesAnswer}");

        var calls = Sandbox.CallsDuring(() =>
            Assert.Equal("after", Session.RunSingle("Set-AuthleteClient $client.ClientId -Description after").Text("Description"))
        );

        Assert.Equal(["get", "update", "get"], calls.Select(Verb));
    }

    [Fact]
    public void A_change_that_did_not_arrive_is_sent_again_after_a_check()
    {
        Session.Run(Scripts.NewClient);
        Sandbox.Faults.Enqueue($"operation=client_update_api; {LosesRequest}; count=2");

        var calls = Sandbox.CallsDuring(() =>
            Assert.Equal("after", Session.RunSingle("Set-AuthleteClient $client.ClientId -Description after").Text("Description"))
        );

        Assert.Equal(["get", "update", "get", "update", "get", "update"], calls.Select(Verb));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void A_retry_does_not_overwrite_someone_elses_change(int throttleLimit)
    {
        Session.Run(Scripts.NewClient);
        var theirs = Session.RunSingle("$theirs = Get-AuthleteClient $client.ClientId; $theirs.Description = 'theirs'; $theirs.ToJson()");
        Sandbox.Faults.Enqueue($"operation=client_update_api; {LosesRequest}");
        Sandbox.Faults.Enqueue($"operation=client_get_api; skip=1; status=200; body={theirs}");

        var calls = Sandbox.CallsDuring(() =>
            Assert.Equal(
                "ConcurrentChange",
                Session.RunError($"$client | Set-AuthleteClient -ThrottleLimit {throttleLimit} -ClientName Other").Id()
            )
        );

        Assert.Equal(["get", "update", "get"], calls.Select(Verb));
    }

    [Fact]
    public void A_service_is_looked_at_before_its_change_is_sent_again_too()
    {
        Sandbox.Faults.Enqueue($"operation=service_update_api; {LosesAnswer}");

        var calls = Sandbox.CallsDuring(() =>
            Assert.Equal("after", Session.RunSingle("Set-AuthleteService $serviceApiKey -Description after").Text("Description"))
        );

        Assert.Equal(["get", "update", "get"], calls.Select(Verb));
    }

    [Fact]
    public void A_change_whose_check_fails_too_has_an_unknown_outcome()
    {
        Session.Run(Scripts.NewClient);
        Sandbox.Faults.Enqueue($"operation=client_update_api; {LosesAnswer}");
        Sandbox.Faults.Enqueue("operation=client_get_api; skip=1; status=502; count=2");

        var error = Session.RunError("Set-AuthleteClient $client.ClientId -Description after");

        Assert.Equal(true, error.OfException("OutcomeUnknown"));
        Assert.Contains("It was tried 3 times", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("may have been made", error.Exception.Message, StringComparison.Ordinal);
    }

    private static string Verb(SandboxCall call) => call.Path.Split('/')[3];
}
