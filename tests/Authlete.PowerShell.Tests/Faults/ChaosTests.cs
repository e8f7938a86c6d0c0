using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.PowerShell.Tests.Faults;

/// <summary>Many concurrent calls through a proxy that cuts, delays, and duplicates.</summary>
public sealed class ChaosTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private const int Count = 100;

    private static readonly Chaos[] s_lost = [Chaos.CutBefore, Chaos.CutAfter, Chaos.CutWithin, Chaos.BadGateway];

    public static TheoryData<int> Seeds { get; } = [1, 2, 3];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task No_response_of_a_safe_operation_is_lost_duplicated_or_mixed_up(int seed)
    {
        var tokens = Session.Run(
            $"1..{Count} | ForEach-Object {{ (New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject \"user-$_\").AccessToken }}"
        );
        await using var proxy = await OpenAsync(seed);
        Unconnected.Set("tokens", tokens);

        var subjects = await RunAsync("$tokens | Invoke-AuthleteIntrospection -ThrottleLimit 8 | ForEach-Object Subject");

        Assert.Equal(Enumerable.Range(1, Count).Select(number => $"user-{number}"), subjects.Select(subject => subject.ToString()));
        Assert.Contains(proxy.Arrivals.Values, list => list.Count > 1);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task An_unsafe_request_never_arrives_after_an_attempt_that_may_have_arrived(int seed)
    {
        await using var proxy = await OpenAsync(seed);

        var output = await RunAsync(
            $"1..{Count} | ForEach-Object {{ [pscustomobject]@{{ clientName = \"chaos-{seed}-$_\" }} }} | New-AuthleteClient -ThrottleLimit 8 2>&1"
        );

        Assert.Equal(Count, output.Count);
        Assert.Equal(Count, proxy.Arrivals.Count);
        Assert.All(proxy.Arrivals.Values, list => Assert.All(list.SkipLast(1), chaos => Assert.Equal(Chaos.Busy, chaos)));
        foreach (var (request, arrivals) in proxy.Arrivals)
        {
            var number = int.Parse(request[(request.LastIndexOf('-') + 1)..^2], System.Globalization.CultureInfo.InvariantCulture);
            if (s_lost.Contains(arrivals[^1]))
            {
                var error = Assert.IsType<ErrorRecord>(output[number - 1].BaseObject);
                Assert.Equal(true, error.OfException("OutcomeUnknown"));
            }
            else
            {
                Assert.Equal($"chaos-{seed}-{number}", output[number - 1].Text("ClientName"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Changes_and_removals_are_made_no_matter_which_messages_are_lost(int seed)
    {
        var clients = Session.Run($"1..{Count / 2} | ForEach-Object {{ New-AuthleteClient -ClientName \"client-$_\" }}");
        await using var proxy = await OpenAsync(seed);
        Unconnected.Set("clients", clients);

        var changed = await RunAsync(
            "$clients | ForEach-Object { $_.Description = $_.ClientName; $_ } | Set-AuthleteClient -ThrottleLimit 8 | ForEach-Object Description"
        );
        var found = await RunAsync("$clients | Get-AuthleteClient -ThrottleLimit 8 | ForEach-Object Description");
        await RunAsync("$clients | Remove-AuthleteClient -ThrottleLimit 8 -Confirm:$false");

        var names = Enumerable.Range(1, Count / 2).Select(number => $"client-{number}").ToList();
        Assert.Equal(names, changed.Select(text => text.ToString()));
        Assert.Equal(names, found.Select(text => text.ToString()));
        Session.Set("clients", clients);
        Assert.All(Session.TryRun("$clients | Get-AuthleteClient -ThrottleLimit 8").Errors, error => Assert.Equal("A027203", error.Id()));
    }

    private async Task<ChaosProxy> OpenAsync(int seed)
    {
        var proxy = await ChaosProxy.StartAsync(Sandbox.BaseUri, seed);
        Unconnected.Set("baseUri", proxy.BaseUri);
        Unconnected.RetryAtOnce(20);
        return proxy;
    }

    private Task<IReadOnlyList<PSObject>> RunAsync(string script) =>
        Task.Run(() => (IReadOnlyList<PSObject>)Unconnected.Run(script), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
}
