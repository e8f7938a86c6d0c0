using System;
using System.Linq;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>
/// Lists with planned pages. No test here leaves a page request in flight: it could arrive late, and get a page that another test planned.
/// </summary>
public sealed class PlannedPageTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Fact]
    public void A_page_ahead_that_fails_is_an_error_after_the_page_before()
    {
        Session.Run("1..6 | ForEach-Object { $null = New-AuthleteClient -Developer ahead }");
        Sandbox.Faults.Enqueue(Fault.Delay(TimeSpan.Zero), "/client/get/list");
        Sandbox.Faults.Enqueue(Fault.Status(500, """{"resultCode":"A001101","resultMessage":"[A001101] x"}"""), "/client/get/list");

        var result = Session.TryRun("Get-AuthleteClient -Developer ahead -PageSize 5");

        Assert.Equal(5, result.Output.Count);
        Assert.Equal("A001101", Assert.Single(result.Errors).Id());
    }

    [Fact]
    public void An_object_that_slides_onto_the_next_page_is_not_written_twice()
    {
        Page("""{"start":0,"end":2,"totalCount":4,"clients":[{"clientId":1},{"clientId":2}]}""");
        Page("""{"start":2,"end":4,"totalCount":5,"clients":[{"clientId":2},{"clientId":3}]}""");
        Page("""{"start":4,"end":6,"totalCount":5,"clients":[{"clientId":4}]}""");

        var ids = Session.Run("Get-AuthleteClient -PageSize 2 | ForEach-Object { $_.ClientId }").Select(id => id.BaseObject);

        Assert.Equal([1L, 2L, 3L, 4L], ids);
    }

    [Fact]
    public void A_server_that_returns_less_than_a_page_is_called_again()
    {
        Page("""{"start":0,"end":2,"totalCount":3,"clients":[{"clientId":1},{"clientId":2}]}""");
        Page("""{"start":2,"end":3,"totalCount":3,"clients":[{"clientId":3}]}""");

        var calls = Sandbox.CallsDuring(() => Assert.Equal(3, Session.Run("Get-AuthleteClient -PageSize 50").Count));

        Assert.Equal(["?start=0&end=50", "?start=2&end=52"], calls.Select(call => call.Query));
    }

    [Fact]
    public void A_page_that_is_empty_before_the_end_is_an_error_after_the_objects_so_far()
    {
        Page(Answers.Clients(9, 1));
        Page(Answers.Clients(9));

        var result = Session.TryRun(Scripts.Rethrowing("Get-AuthleteClient -PageSize 1"));

        Assert.Single(result.Output);
        Assert.Equal("ListNotReadable", Assert.Single(result.Errors).Id());
        Assert.True(result.Terminated);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(2_000_000)]
    public void A_server_that_always_returns_the_same_page_is_an_error_after_a_few_calls(int totalCount)
    {
        Sandbox.Faults.Enqueue(Fault.Status(200, Answers.Clients(totalCount, 1, 2)), "/client/get/list", 200);
        RunResult? result = null;

        var calls = Sandbox.CallsDuring(() => result = Session.TryRun(Scripts.Rethrowing("Get-AuthleteClient -PageSize 2")));

        Sandbox.Faults.Clear();
        Assert.InRange(calls.Count, 2, 50);
        Assert.Equal(2, result!.Output.Count);
        Assert.Equal("ListNotReadable", Assert.Single(result.Errors).Id());
        Assert.True(result.Terminated);
    }

    [Theory]
    [InlineData("""{"totalCount":0}""")]
    [InlineData("""{"totalCount":0,"clients":null}""")]
    [InlineData("""{"start":0,"end":5,"totalCount":0,"clients":[]}""")]
    public void An_empty_list_writes_nothing(string page)
    {
        Page(page);

        Assert.Empty(Session.Run("Get-AuthleteClient"));
    }

    [Fact]
    public void A_page_that_fails_is_one_error_after_the_objects_so_far()
    {
        Page("""{"start":0,"end":1,"totalCount":3,"clients":[{"clientId":1}]}""");
        Sandbox.Faults.Enqueue(Fault.Status(503), "/client/get/list");

        var result = Session.TryRun("Get-AuthleteClient -PageSize 1");

        Assert.Single(result.Output);
        Assert.Equal("HttpStatus503", Assert.Single(result.Errors).Id());
    }

    private void Page(string json) => Sandbox.Faults.Enqueue(Fault.Status(200, json), "/client/get/list");
}
