using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Faults;

/// <summary>A change whose response was lost may have been made. The error says so, and how to find out.</summary>
public sealed class OutcomeTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private static readonly MethodInfo s_advice = ImportedModule
        .Module.GetType("Authlete.PowerShell.Errors.OutcomeAdvice", throwOnError: true)!
        .GetMethod("For")!;

    private static readonly (string Script, string Path, string Advice)[] s_changes =
    [
        ("New-AuthleteClient -ClientName shop", "/client/create", "Get-AuthleteClient"),
        ("New-AuthleteService -ServiceName shop", "/service/create", "Get-AuthleteService"),
        ("Remove-AuthleteClient 1 -Confirm:$false", "/client/delete/", "Get-AuthleteClient"),
        ("Reset-AuthleteClientSecret 1 -Confirm:$false", "/client/secret/refresh/", "Get-AuthleteClient"),
        ("New-AuthleteAccessToken -GrantType CLIENT_CREDENTIALS -ClientId 1", "/auth/token/create", "Get-AuthleteAccessToken"),
        ("Lock-AuthleteClient 1 -Confirm:$false", "/client/lock_flag/update/", "Get-AuthleteClient"),
        ("Invoke-AuthleteToken 'grant_type=x'", "/auth/token", "refresh token"),
    ];

    public static TheoryData<string, string, string> Changes =>
        [.. s_changes.Select(change => (change.Script, change.Path, change.Advice))];

    public static TheoryData<string, string> ChangeScripts => [.. s_changes.Select(change => (change.Script, change.Path))];

    public static TheoryData<string> MutatingPaths =>
        [
            .. (
                (IEnumerable<object>)
                    ImportedModule
                        .ApiClient.GetType("Authlete.ApiClient.Api.Operations", throwOnError: true)!
                        .GetProperty("All")!
                        .GetValue(null)!
            )
                .Select(operation => new PSObject(operation))
                .Where(operation => (bool)operation.Value("Mutates")!)
                .Select(operation => operation.Text("Path")!),
        ];

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_lost_answer_to_a_change_says_that_it_may_have_been_made(string script, string path, string advice)
    {
        foreach (
            var fault in new[]
            {
                Fault.Reset(),
                Fault.Truncated(),
                Fault.Status(500),
                Fault.Status(502),
                Fault.Status(503),
                Fault.Html(504),
                Fault.Html(200),
                Fault.Status(200, "{}"),
                Fault.Status(200),
            }
        )
        {
            Sandbox.Faults.Enqueue(fault, path);

            var error = Session.RunError(script);

            Assert.Equal(true, error.OfException("OutcomeUnknown"));
            Assert.Contains("The change may have been made. ", error.Exception.Message, StringComparison.Ordinal);
            Assert.Contains(advice, error.Exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("Try again later", error.Message(), StringComparison.Ordinal);
            Assert.DoesNotContain("a server runs at", error.Message(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(ChangeScripts))]
    public void The_error_of_a_rejected_change_does_not_say_that_it_may_have_been_made(string script, string path)
    {
        foreach (
            var fault in new[]
            {
                Fault.Status(400, """{"resultCode":"A001203","resultMessage":"[A001203] x"}"""),
                Fault.Status(401, """{"resultCode":"A003204","resultMessage":"[A003204] x"}"""),
                Fault.Html(403),
                Fault.Status(404),
                Fault.TooManyRequests(1),
                Fault.Status(503, headers: new Dictionary<string, string> { ["Retry-After"] = "1" }),
                Fault.Redirect("https://elsewhere.example.com/"),
            }
        )
        {
            Sandbox.Faults.Enqueue(fault, path);

            CheckKnown(Session.RunError(script));
        }
    }

    [Fact]
    public void A_read_changes_nothing_however_it_fails()
    {
        foreach (var fault in new[] { Fault.Reset(), Fault.Truncated(), Fault.Status(500), Fault.Html(200), Fault.Status(200, "{}") })
        {
            Sandbox.Faults.Enqueue(fault, "/client/get/");
            CheckKnown(Session.RunError("Get-AuthleteClient 1"));
        }
    }

    [Fact]
    public void A_change_that_was_never_sent_was_not_made()
    {
        Unconnected.Run("Connect-Authlete $credential -BaseUri https://authlete.invalid/api -SkipTest");

        var error = Unconnected.RunError("New-AuthleteClient -ClientName shop");

        Assert.Equal("NameResolutionFailure", error.Id());
        CheckKnown(error);
    }

    [Fact]
    public void The_error_of_a_change_that_timed_out_advises_to_check_before_trying_again()
    {
        Unconnected.Run("Connect-Authlete $credential -BaseUri $baseUri -TimeoutSec 1 -MaximumRetryCount 0 -SkipTest");
        Sandbox.Faults.Enqueue(Fault.Hang(), "/client/create");

        var error = Unconnected.RunError("New-AuthleteClient -ClientName shop");

        Assert.Equal("Timeout", error.Id());
        Assert.Equal(true, error.OfException("OutcomeUnknown"));
        Assert.Contains("Otherwise, there may be two", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("-TimeoutSec", error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Try again", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(MutatingPaths))]
    public void Every_change_has_advice_of_its_own(string path)
    {
        Assert.NotEqual(s_advice.Invoke(null, ["/none"]), s_advice.Invoke(null, [path]));
    }

    [Theory]
    [InlineData("/client/delete/{clientId}")]
    [InlineData("/client/registration/delete")]
    [InlineData("/service/delete/{serviceApiKey}")]
    [InlineData("/auth/token/delete/{accessTokenIdentifier}")]
    public void After_a_deletion_the_advice_is_to_check_whether_the_object_still_exists(string path)
    {
        Assert.EndsWith("shows whether it still exists.", (string)s_advice.Invoke(null, [path])!, StringComparison.Ordinal);
    }

    private static void CheckKnown(ErrorRecord error)
    {
        Assert.Equal(false, error.OfException("OutcomeUnknown"));
        Assert.DoesNotContain("may have been made", error.Exception.Message, StringComparison.Ordinal);
    }
}
