using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Several objects in flight at the same time.</summary>
public sealed class ThrottleTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private const string Introspect = " | Invoke-AuthleteIntrospection -Credential $credential -BaseUri $gate -ThrottleLimit ";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(32)]
    public async Task ThrottleLimit_objects_are_in_flight_and_the_output_has_the_order_of_the_input(int limit)
    {
        await using var gate = await OpenAsync(width: limit);

        var subjects = await RunAsync($"1..{limit * 4} | ForEach-Object {{ \"token-$_\" }}{Introspect}{limit} | ForEach-Object Subject");

        Assert.Equal(limit, gate.MostAtOnce);
        Assert.Equal(Enumerable.Range(1, limit * 4).Select(number => $"token-{number}"), subjects.Select(subject => subject.ToString()));
    }

    [Fact]
    public async Task An_error_has_its_place_in_the_order()
    {
        await using var gate = await OpenAsync(width: 8);

        var output = await RunAsync(
            $"1..32 | ForEach-Object {{ if ($_ % 10) {{ \"token-$_\" }} else {{ \"fail-$_\" }} }}{Introspect}8 2>&1 | ForEach-Object {{ if ($_ -is [Management.Automation.ErrorRecord]) {{ 'error' }} else {{ $_.Subject }} }}"
        );

        Assert.Equal(
            Enumerable.Range(1, 32).Select(number => number % 10 == 0 ? "error" : $"token-{number}"),
            output.Select(item => item.ToString())
        );
    }

    [Fact]
    public async Task An_object_that_can_not_be_sent_is_an_error_at_its_place_and_the_others_go_on()
    {
        await using var gate = await OpenAsync(width: 2);

        var output = await RunAsync(
            """
            1..4 | ForEach-Object { if ($_ -eq 2) { [pscustomobject]@{ ClientId = ' ' } } else { [pscustomobject]@{ ClientId = $_ } } } |
                Lock-AuthleteClient -Credential $credential -BaseUri $gate -ThrottleLimit 2 2>&1 |
                ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { 'error' } else { $_.ClientId } }
            """
        );

        Assert.Equal(4, output.Count);
        Assert.Equal(["1", "error", "3", "4"], output.Select(item => item.ToString()));
    }

    [Fact]
    public async Task Nothing_more_is_sent_after_a_downstream_cmdlet_has_enough()
    {
        await using var gate = await OpenAsync(width: 4);

        var output = await RunAsync($"1..1000 | ForEach-Object {{ \"token-$_\" }}{Introspect}4 | Select-Object -First 3");
        var arrived = gate.Arrived.Count;
        gate.Open();

        Assert.Equal(3, output.Count);
        Assert.InRange(arrived, 3, 12);
        Assert.Equal(arrived, gate.Arrived.Count);
    }

    [Fact]
    public async Task The_first_error_ends_the_command_on_request()
    {
        await using var gate = await OpenAsync(width: 4);

        var result = await TryRunAsync(
            $"1..1000 | ForEach-Object {{ if ($_ -eq 2) {{ 'fail-2' }} else {{ \"token-$_\" }} }}{Introspect}4 -ErrorAction Stop"
        );

        Assert.True(result.Terminated);
        Assert.InRange(gate.Arrived.Count, 2, 12);
    }

    [Fact]
    public async Task A_stop_ends_all_that_is_in_flight_and_nothing_is_sent_afterwards()
    {
        await using var gate = await OpenAsync(width: 1000);
        using var engine = Session.NewEngine($"1..1000 | ForEach-Object {{ \"token-$_\" }}{Introspect}16");
        var running = engine.InvokeAsync();
        while (gate.Arrived.Count < 16)
        {
            await Task.Yield();
        }

        await engine.StopAsync(null, null).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<PipelineStoppedException>(() => running);
        gate.Open();

        Assert.Equal(16, gate.Arrived.Count);
    }

    [Fact]
    public async Task The_same_object_is_never_in_flight_twice()
    {
        await using var gate = await OpenAsync(width: 1);

        await RunAsync(
            "1..30 | ForEach-Object { [pscustomobject]@{ ClientId = $_ % 3 + 1 } } | Lock-AuthleteClient -Credential $credential -BaseUri $gate -ThrottleLimit 16"
        );

        Assert.Equal((30, 1), (gate.Arrived.Count, gate.MostForOnePath));
    }

    [Fact]
    public async Task WhatIf_sends_nothing()
    {
        await using var gate = await OpenAsync(width: 1);

        await RunAsync(
            "1..30 | ForEach-Object { [pscustomobject]@{ ClientId = $_ } } | Remove-AuthleteClient -Credential $credential -BaseUri $gate -ThrottleLimit 16 -WhatIf"
        );

        Assert.Empty(gate.Arrived);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("257")]
    [InlineData("many")]
    public void A_limit_that_can_not_be_is_refused_when_it_is_bound(string limit) =>
        Assert.IsAssignableFrom<ParameterBindingException>(
            Session.RunError("'t' | Invoke-AuthleteIntrospection -ThrottleLimit " + limit).Exception
        );

    [Fact]
    public void Ten_thousand_objects_go_through_with_many_in_flight()
    {
        var ids = Session.Run(
            "1..10000 | ForEach-Object { \"token-$_\" } | Invoke-AuthleteIntrospection -ThrottleLimit 32 | Measure-Object | ForEach-Object Count"
        );

        Assert.Equal(10_000, Assert.Single(ids).BaseObject);
    }

    [Fact]
    public void Every_cmdlet_that_takes_objects_from_the_pipeline_takes_the_limit()
    {
        var missing = Session.Run(
            """
            Get-Command -Module Authlete | Where-Object {
                $parameters = $_.Parameters.Values
                ($parameters.Attributes | Where-Object { $_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName }) -and
                $_.Parameters.ContainsKey('Connection') -and -not $_.Parameters.ContainsKey('ThrottleLimit')
            } | ForEach-Object Name
            """
        );

        Assert.Empty(missing);
    }

    private static (int, string) Answer(string request)
    {
        if (request.Contains("/lock_flag/", StringComparison.Ordinal))
        {
            return (200, """{"resultCode":"A293001","resultMessage":"[A293001] Locked."}""");
        }

        var token = JsonDocument
            .Parse(request[request.IndexOf('{', StringComparison.Ordinal)..])
            .RootElement.GetProperty("token")
            .GetString()!;
        return token.StartsWith("fail", StringComparison.Ordinal)
            ? (400, """{"resultCode":"A056201","resultMessage":"[A056201] No."}""")
            : (
                200,
                JsonSerializer.Serialize(
                    new Dictionary<string, string>
                    {
                        ["resultCode"] = "A056001",
                        ["action"] = "OK",
                        ["subject"] = token,
                    }
                )
            );
    }

    private async Task<GateServer> OpenAsync(int width)
    {
        var gate = await GateServer.StartAsync(width, Answer);
        Session.Set("gate", gate.BaseUri);
        return gate;
    }

    private Task<System.Collections.ObjectModel.Collection<PSObject>> RunAsync(string script) =>
        Task.Run(() => Session.Run(script), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    private Task<RunResult> TryRunAsync(string script) =>
        Task.Run(() => Session.TryRun(script), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
}
