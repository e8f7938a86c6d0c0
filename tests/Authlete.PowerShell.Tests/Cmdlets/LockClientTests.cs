using System.Linq;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class LockClientTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Fact]
    public void A_locked_client_can_not_be_read_until_it_is_unlocked()
    {
        Session.Run("$client = New-AuthleteClient -ClientName Suspect");

        var locked = Session.RunSingle("$client | Lock-AuthleteClient");

        Assert.Equal("Authlete.ApiClient.Models.ClientFlagUpdateResponse", locked.TypeName());
        Assert.Equal("A293001", locked.Value("ResultCode"));
        Assert.Equal("A027204", Session.RunError("Get-AuthleteClient $client.ClientId").Id());
        Assert.Equal("A293001", Session.RunSingle("Unlock-AuthleteClient -ClientId $client.ClientId").Value("ResultCode"));
        Assert.Equal(false, Session.RunSingle("Get-AuthleteClient $client.ClientId").Value("Locked"));
    }

    [Theory]
    [InlineData("Lock-AuthleteClient $client.ClientId; Lock-AuthleteClient $client.ClientId", "A293203")]
    [InlineData("Unlock-AuthleteClient $client.ClientId", "A293204")]
    public void An_object_that_is_already_as_wanted_is_no_error(string script, string code)
    {
        Session.Run("$client = New-AuthleteClient -ClientName Suspect");

        var last = Session.Run("$ErrorActionPreference = 'Stop'; " + script).Last();

        Assert.Equal(code, last.Value("ResultCode"));
        Assert.Equal("Authlete.ApiClient.Models.ClientFlagUpdateResponse", last.TypeName());
    }

    [Theory]
    [InlineData("Lock")]
    [InlineData("Unlock")]
    public void A_client_that_is_not_there_is_an_error_and_the_others_go_on(string verb)
    {
        Session.Run("$client = New-AuthleteClient -ClientName Suspect");

        var result = Session.TryRun($"[pscustomobject]@{{ ClientId = 99 }}, $client | {verb}-AuthleteClient");

        var error = Assert.Single(result.Errors);
        Assert.Equal("A001218", error.Id());
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal("99", error.TargetObject);
        Assert.Single(result.Output);
    }

    [Fact]
    public void Another_failure_with_the_flag_as_it_is_stays_an_error()
    {
        Session.Run("$client = New-AuthleteClient -ClientName Suspect; $null = $client | Lock-AuthleteClient");

        // "Already locked" is no success for Unlock-AuthleteClient.
        Sandbox.Faults.Enqueue(
            Authlete.Sandbox.Fault.Status(400, """{"resultCode":"A293203","resultMessage":"[A293203] x"}"""),
            "/client/lock_flag/update/" + Session.RunSingle("$client.ClientId")
        );

        Assert.Equal("A293203", Session.RunError("$client | Unlock-AuthleteClient").Id());
    }

    [Fact]
    public void WhatIf_changes_nothing()
    {
        Assert.Empty(
            Sandbox.CallsDuring(() =>
                Assert.Empty(Session.Run("Lock-AuthleteClient $clientId -WhatIf; Unlock-AuthleteClient $clientId -WhatIf"))
            )
        );
    }
}
