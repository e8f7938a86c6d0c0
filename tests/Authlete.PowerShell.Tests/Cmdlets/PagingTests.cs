using System;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Lists with several pages. The developer "many" has 25 clients.</summary>
public sealed partial class PagingTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Fact]
    public void All_pages_are_fetched_and_each_object_is_written_once()
    {
        using var session = WithClients();

        var calls = Sandbox.CallsDuring(() =>
        {
            var ids = session.Run("Get-AuthleteClient -Developer many -PageSize 10 | ForEach-Object { $_.ClientId }");
            Assert.Equal(25, ids.Select(id => id.BaseObject).Distinct().Count());
            Assert.Equal(25, ids.Count);
        });

        Assert.Equal(
            ["?developer=many&start=0&end=10", "?developer=many&start=10&end=20", "?developer=many&start=20&end=30"],
            calls.Select(call => call.Query)
        );
    }

    [Fact]
    public void The_usual_page_holds_a_hundred()
    {
        using var session = WithClients();

        var calls = Sandbox.CallsDuring(() => Assert.Equal(25, session.Run("Get-AuthleteClient -Developer many").Count));

        Assert.Equal("?developer=many&start=0&end=100", Assert.Single(calls).Query);
    }

    [Theory]
    [InlineData("-First 3", 3, "?developer=many&start=0&end=3")]
    [InlineData("-First 10", 10, "?developer=many&start=0&end=10")]
    [InlineData("-First 12", 12, "?developer=many&start=0&end=10", "?developer=many&start=10&end=12")]
    [InlineData("-Skip 20", 5, "?developer=many&start=20&end=30")]
    [InlineData("-Skip 23 -First 1", 1, "?developer=many&start=23&end=24")]
    [InlineData("-Skip 24 -First 5", 1, "?developer=many&start=24&end=29")]
    [InlineData("-Skip 30", 0, "?developer=many&start=30&end=40")]
    [InlineData("-First 0", 0)]
    public void First_and_Skip_fetch_no_more_than_they_need(string parameters, int count, params string[] queries)
    {
        using var session = WithClients();

        var calls = Sandbox.CallsDuring(() =>
            Assert.Equal(count, session.Run("Get-AuthleteClient -Developer many -PageSize 10 " + parameters).Count)
        );

        Assert.Equal(queries, calls.Select(call => call.Query));
    }

    [Fact]
    public void IncludeTotalCount_writes_the_count_first()
    {
        using var session = WithClients();

        var output = session.Run("Get-AuthleteClient -Developer many -First 2 -IncludeTotalCount");

        Assert.Equal(25UL, output[0].BaseObject);
        Assert.Equal(3, output.Count);
    }

    [Fact]
    public void The_count_alone_can_be_asked_for()
    {
        using var session = WithClients();

        Assert.Equal(25UL, session.RunSingle("Get-AuthleteClient -Developer many -First 0 -IncludeTotalCount").BaseObject);
    }

    [Fact]
    public void Fetching_ends_when_the_pipeline_does()
    {
        using var session = WithClients();

        var calls = Sandbox.CallsDuring(() =>
            session.Run(
                "foreach ($n in 1) { Get-AuthleteClient -Developer many -PageSize 5 | ForEach-Object { if (++$seen -eq 6) { break } } }"
            )
        );

        // The next page may already have been requested.
        Assert.InRange(calls.Count, 2, 3);
    }

    [Fact]
    public void The_next_page_is_under_way_while_one_is_written()
    {
        using var session = WithClients();
        var before = Sandbox.Calls.Count;
        session.Set("arrived", new Func<bool>(() => SpinWait.SpinUntil(() => Sandbox.Calls.Count > before + 1, TimeSpan.FromSeconds(20))));

        var arrived = session.Run(
            "foreach ($n in 1) { Get-AuthleteClient -Developer many -PageSize 5 | ForEach-Object { $arrived.Invoke(); break } }"
        );

        Assert.Equal(true, Assert.Single(arrived).BaseObject);
    }

    [Fact]
    public void A_page_requested_ahead_is_canceled_if_it_is_not_needed_and_the_session_still_works()
    {
        using var session = WithClients();
        Sandbox.Faults.Enqueue(Fault.Delay(TimeSpan.Zero), "/client/get/list");
        Sandbox.Faults.Enqueue(Fault.Hang(), "/client/get/list");

        session.Run("foreach ($n in 1) { Get-AuthleteClient -Developer many -PageSize 5 | ForEach-Object { break } }");

        Sandbox.Faults.Clear();
        Assert.Equal(25, session.Run("Get-AuthleteClient -Developer many").Count);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public void A_page_size_that_can_not_be_is_refused_when_it_is_bound(string size)
    {
        var calls = Sandbox.CallsDuring(() =>
            Assert.IsAssignableFrom<ParameterBindingException>(Session.RunError("Get-AuthleteClient -PageSize " + size).Exception)
        );

        Assert.Empty(calls);
    }

    [Fact]
    public void Services_and_tokens_are_paged_alike()
    {
        Session.Run(
            "1..3 | ForEach-Object { $null = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject paging }"
        );

        var calls = Sandbox.CallsDuring(() =>
        {
            Assert.Equal(3, Session.Run("Get-AuthleteAccessToken -Subject paging -PageSize 2").Count);
            Assert.Single(Session.Run("Get-AuthleteService -First 1"));
        });

        Assert.Equal(
            ["?subject=paging&start=0&end=2", "?subject=paging&start=2&end=4", "?start=0&end=1"],
            calls.Select(call => call.Query)
        );
    }

    private EngineSession WithClients()
    {
        var session = EngineSession.Connected(Sandbox);
        session.Run(
            "if (-not (Get-AuthleteClient -Developer many -First 1)) { 1..25 | ForEach-Object { $null = New-AuthleteClient -ClientName \"Client $_\" -Developer many } }"
        );
        return session;
    }
}
