using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Faults;

/// <summary>Messages about retries.</summary>
public sealed class RetryReportTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Theory]
    [InlineData("Get-AuthleteClient $clientId", "/client/get/*")]
    [InlineData("$clientId, $publicClientId | Get-AuthleteClient -ThrottleLimit 2", "/client/get/*")]
    [InlineData("Get-AuthleteClient", "/client/get/list")]
    [InlineData("Set-AuthleteClient $clientId -Description x", "/client/get/*")]
    [InlineData("Invoke-AuthleteApi /info", "/info")]
    [InlineData("Test-AuthleteCredential", "/service/configuration")]
    public void Each_attempt_is_a_line_of_the_verbose_stream(string script, string path)
    {
        Session.RetryAtOnce();
        Sandbox.Faults.Enqueue($"operation={path}; status=502");
        Sandbox.Faults.Enqueue($"operation={path}; status=503; retry-after=0");

        RunResult? result = null;
        var calls = Sandbox.CallsDuring(() => result = Session.TryRun($"$VerbosePreference = 'Continue'; {script}")).Count;

        Assert.Empty(result!.Errors);
        var lines = result.Verbose.Where(line => line.Contains("HTTP ", StringComparison.Ordinal)).ToList();
        Assert.Equal(calls, lines.Count);
        Assert.Single(lines, line => line.Contains("HTTP 502", StringComparison.Ordinal));
        Assert.Single(lines, line => line.Contains("HTTP 503", StringComparison.Ordinal));
        Assert.Equal(2, lines.Count(line => line.EndsWith("retry in 0.0 s", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_last_error_says_how_often_and_how_long_it_was_tried_and_the_last_cause()
    {
        Session.RetryAtOnce();
        Sandbox.Faults.Enqueue("operation=client_get_api; status=502; count=2");
        Sandbox.Faults.Enqueue("operation=client_get_api; status=504");

        var error = Session.RunError("Get-AuthleteClient $clientId");

        Assert.Equal("HttpStatus504", error.Id());
        Assert.Contains("It was tried 3 times, with 0.0 s of waiting between the attempts.", error.ToString(), StringComparison.Ordinal);
        Assert.Equal((3, TimeSpan.Zero), (error.OfException("Attempts"), error.OfException("Waited")));
    }

    [Theory]
    [InlineData("61", "61 s")]
    [InlineData("315360000", "315360000 s")]
    [InlineData("Wed, 02 Jan 2126 03:04:05 GMT", " s")]
    public void A_server_that_requests_too_long_a_delay_is_an_immediate_error_that_says_so(string retryAfter, string shown)
    {
        Session.RetryAtOnce();
        Sandbox.Faults.Enqueue($"operation=client_get_api; status=429; retry-after={retryAfter}");

        var error = Session.RunError("Get-AuthleteClient $clientId");

        Assert.Contains("The server asks to wait ", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(shown, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, error.OfException("Attempts"));
    }

    [Fact]
    public void The_error_of_a_rejected_call_does_not_mention_retries()
    {
        Session.RetryAtOnce();

        var error = Session.RunError("Get-AuthleteClient 4711");

        Assert.DoesNotContain("tried", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_server_holds_back_the_other_runspaces_that_retry_and_no_others()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var impatient = EngineSession.Connected(sandbox);
        using var retrying = EngineSession.NotConnected(sandbox);
        using var owner = EngineSession.NotConnected(sandbox);
        retrying.RetryAtOnce();
        owner.RetryAtOnce();
        sandbox.Faults.Enqueue("operation=client_get_api; status=429; retry-after=50");
        impatient.RunError("Get-AuthleteClient $clientId");
        using var held = retrying.NewEngine("Get-AuthleteServiceConfiguration");
        var running = held.InvokeAsync();

        impatient.Run("Get-AuthleteClient $clientId");
        owner.Run("Get-AuthleteService $serviceApiKey");
        await held.StopAsync(null, null).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<PipelineStoppedException>(() => running);
        Assert.DoesNotContain(sandbox.Calls, call => call.Path.EndsWith("/configuration", StringComparison.Ordinal));
    }
}
