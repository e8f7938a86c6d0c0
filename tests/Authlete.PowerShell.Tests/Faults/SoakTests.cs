using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Authlete.Sandbox;
using Authlete.Soak;
using Xunit;

namespace Authlete.PowerShell.Tests.Faults;

/// <summary>A short soak test, and tests that a long one would detect what it is meant to detect.</summary>
public sealed class SoakTests
{
    [Fact]
    public async Task Some_runspaces_on_a_bad_day_lose_repeat_and_mix_up_nothing()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var run = New(sandbox, runspaces: 4, seconds: 1.5, plansFaults: true);

        await run.RunAsync().WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        Assert.Empty(run.Tally.Violations);
        Assert.True(run.Tally.Results > 0);
    }

    [Theory]
    [InlineData(
        "count=always; operation=/auth/introspection; status=200; body={\"resultCode\":\"A056001\",\"action\":\"OK\",\"subject\":\"another\"}"
    )]
    [InlineData("count=always; operation=/auth/introspection; status=404")]
    [InlineData("count=always; operation=/auth/token/get/list; status=200; body={\"totalCount\":0,\"accessTokens\":[]}")]
    [InlineData("count=always; operation=/client/update/*; status=400")]
    public async Task A_wrong_result_is_a_violation(string fault)
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        sandbox.Faults.Enqueue(fault);
        var run = New(sandbox, runspaces: 2, seconds: 0, plansFaults: false);

        await run.RunAsync().WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        Assert.NotEmpty(run.Tally.Violations);
    }

    [Theory]
    [InlineData(0, 0, 0, null)]
    [InlineData(1024 * 1024, 0, 0, "managed memory")]
    [InlineData(0, 1, 0, "threads")]
    [InlineData(0, 0, 3, "sockets")]
    public void Steady_growth_is_detected(long heap, int threads, int sockets, string? growing)
    {
        var samples = Enumerable
            .Range(0, 40)
            .Select(number => new Sample(
                TimeSpan.FromSeconds(number),
                number,
                50_000_000 + number * heap,
                200_000_000,
                50 + number * threads,
                50 + number * sockets
            ))
            .ToList();

        IEnumerable<string> expected = growing is null ? [] : [growing];
        Assert.Equal(expected, Sample.FindGrowth(samples).Select(text => text.Split(" grew")[0]));
    }

    [Fact]
    public void Too_few_samples_tell_nothing() =>
        Assert.Empty(
            Sample.FindGrowth([.. Enumerable.Range(0, 7).Select(number => new Sample(default, 0, number * 1_000_000_000L, 0, 1, 1))])
        );

    private static SoakRun New(SandboxServer sandbox, int runspaces, double seconds, bool plansFaults) =>
        new(SoakTarget.Of(sandbox), runspaces, TimeSpan.FromSeconds(seconds), seed: 1, plansFaults);
}
