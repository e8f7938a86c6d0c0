using System;
using System.Threading.Tasks;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>
/// A change returns its modification time in milliseconds; later reads round it to seconds. This difference is not someone else's change.
/// </summary>
public sealed class OwnChangeTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(499)]
    [InlineData(500)]
    [InlineData(999)]
    public async Task An_object_from_a_change_can_be_changed_again(int milliseconds)
    {
        var clock = new ManualClock();
        clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { TimeProvider = clock },
            TestContext.Current.CancellationToken
        );
        using var session = EngineSession.Connected(sandbox);

        var client = session.TryRun("$c = Set-AuthleteClient $clientId -Description a; $c.Description = 'b'; $c | Set-AuthleteClient");
        var service = session.TryRun(
            "$s = Set-AuthleteService $serviceApiKey -Description a; $s.Description = 'b'; $s | Set-AuthleteService"
        );

        Assert.All(
            new[] { client, service },
            result =>
            {
                Assert.Empty(result.Errors);
                Assert.Empty(result.Warnings);
                Assert.Equal("b", Assert.Single(result.Output).Value("Description"));
            }
        );
    }

    [Fact]
    public async Task Nothing_is_sent_when_nothing_but_the_rounding_differs()
    {
        var clock = new ManualClock();
        clock.Advance(TimeSpan.FromMilliseconds(400));
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { TimeProvider = clock },
            TestContext.Current.CancellationToken
        );
        using var session = EngineSession.Connected(sandbox);
        session.Run("$c = Set-AuthleteClient $clientId -Description a");

        var calls = sandbox.CallsDuring(() => session.Run("$c | Set-AuthleteClient"));

        Assert.Equal("GET", Assert.Single(calls).Method);
    }

    [Fact]
    public async Task Someone_elses_change_a_second_later_is_still_detected()
    {
        var clock = new ManualClock();
        clock.Advance(TimeSpan.FromMilliseconds(600));
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { TimeProvider = clock },
            TestContext.Current.CancellationToken
        );
        using var session = EngineSession.Connected(sandbox);
        session.Run("$c = Set-AuthleteClient $clientId -Description a");
        clock.Advance(TimeSpan.FromSeconds(1));
        session.Run("$null = Set-AuthleteClient $clientId -Description theirs");

        Assert.Equal("ConcurrentChange", session.RunError("$c.Description = 'b'; $c | Set-AuthleteClient").Id());
    }
}
