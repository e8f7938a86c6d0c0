using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using Authlete.Sandbox;
using Xunit;
using Engine = System.Management.Automation.PowerShell;

namespace Authlete.PowerShell.Tests.Faults;

/// <summary>Stops with many calls in flight, in every phase. No request reaches the server afterwards.</summary>
public sealed class StoppedManyTests
{
    private const int Limit = 16;
    private const string Introspect = "1..100000 | ForEach-Object { \"token-$_\" } | Invoke-AuthleteIntrospection -ThrottleLimit 16";

    [Fact]
    public Task A_stop_ends_full_slots() =>
        StopAsync(
            "operation=/auth/introspection; connection=hang; count=always",
            Introspect,
            static sandbox => sandbox.Faults.Waiting == Limit
        );

    [Fact]
    public Task A_stop_ends_slots_that_wait_within_their_answers() =>
        StopAsync(
            "operation=/auth/introspection; status=200; body-delay=1000; count=always; body={\"resultCode\":\"A056001\",\"action\":\"OK\"}",
            Introspect,
            static sandbox => sandbox.Faults.Waiting == Limit
        );

    [Fact]
    public Task A_stop_ends_retries_that_wait() =>
        StopAsync(
            "operation=/auth/introspection; status=503; retry-after=30; count=always",
            Introspect,
            static sandbox => sandbox.Calls.Any(IsIntrospection)
        );

    [Fact]
    public Task A_stop_ends_changes_between_their_two_calls() =>
        StopAsync(
            "operation=client_update_api; connection=hang; count=always",
            "$clients | Set-AuthleteClient -Description x -ThrottleLimit 16",
            static sandbox => sandbox.Faults.Waiting == Limit
        );

    [Fact]
    public Task A_stop_ends_lists_of_many() =>
        StopAsync(
            "operation=/auth/token/get/list; connection=hang; count=always",
            "$clients | Get-AuthleteAccessToken -ThrottleLimit 16",
            static sandbox => sandbox.Faults.Waiting == Limit
        );

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public Task A_stop_at_any_moment_ends_all(int seed)
    {
        var arrivals = new Random(seed).Next(1, 200);
        return StopAsync(
            "operation=/auth/introspection; status=502; skip=20; count=30",
            Introspect,
            sandbox => sandbox.Calls.Count(IsIntrospection) >= arrivals
        );
    }

    [Fact]
    public async Task A_stop_ends_calls_that_are_held_back()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var session = EngineSession.NotConnected(sandbox);
        session.RetryAtOnce(0);
        sandbox.Faults.Enqueue("operation=client_get_api; status=429; retry-after=50");
        session.RunError("Get-AuthleteClient $clientId");
        session.RetryAtOnce();
        using var engine = session.NewEngine(Introspect);
        var running = engine.InvokeAsync();

        await StopAsync(engine, running);

        Assert.DoesNotContain(sandbox.Calls, IsIntrospection);
    }

    [Fact]
    public async Task An_error_that_ends_the_pipeline_ends_what_is_in_flight()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var session = EngineSession.Connected(sandbox);
        sandbox.Faults.Enqueue("operation=/auth/introspection; connection=hang; skip=20; count=always");

        var error = await Task.Run(
                () => session.RunError(Introspect + " | ForEach-Object { if (++$n -eq 3) { throw 'enough' } }"),
                TestContext.Current.CancellationToken
            )
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal("enough", error.Exception.Message);
        await CheckNothingArrivesAsync(sandbox);
    }

    /// <summary>Stops a script when the sandbox has reached a state.</summary>
    private static async Task StopAsync(string fault, string script, Func<SandboxServer, bool> isTime)
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var session = EngineSession.NotConnected(sandbox);
        session.RetryAtOnce();
        session.Run("$clients = 1..20 | ForEach-Object { New-AuthleteClient -ClientName \"client-$_\" }");
        sandbox.Faults.Enqueue(fault);
        using var engine = session.NewEngine(script);
        var running = engine.InvokeAsync();
        while (!isTime(sandbox))
        {
            Assert.False(running.IsCompleted);
            await Task.Yield();
        }

        await StopAsync(engine, running);

        await CheckNothingArrivesAsync(sandbox);
        Assert.Equal(3, session.RunSingle("1 + 2").BaseObject);
    }

    private static async Task StopAsync(Engine engine, Task running)
    {
        await engine.StopAsync(null, null).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<PipelineStoppedException>(() => running);
    }

    /// <summary>Makes two calls. All requests in flight at the stop have arrived by the first call, and no further one by the second.</summary>
    private static async Task CheckNothingArrivesAsync(SandboxServer sandbox)
    {
        using var session = EngineSession.Connected(sandbox);
        session.Run("Invoke-AuthleteApi /info");
        var arrived = sandbox.Calls.Count;
        while (sandbox.Faults.Waiting > 0)
        {
            // The sandbox ends a call when it notices that the client has closed the connection.
            await Task.Yield();
        }

        session.Run("Invoke-AuthleteApi /info");
        Assert.Equal(arrived + 1, sandbox.Calls.Count);
    }

    private static bool IsIntrospection(SandboxCall call) => call.Path.EndsWith("/introspection", StringComparison.Ordinal);
}
