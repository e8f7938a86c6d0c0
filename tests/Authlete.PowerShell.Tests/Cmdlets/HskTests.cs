using System.Linq;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class HskTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Theory]
    [InlineData("")]
    [InlineData(" -ServiceOwner")]
    public void A_key_is_made_found_and_removed(string owner)
    {
        var created = Session.RunSingle("$key = New-AuthleteHsk -Kty EC -Use sig -Alg ES256 -Kid key-1 -HsmName google" + owner + "; $key");
        Assert.Equal("Authlete.ApiClient.Models.HskCreateResponse", created.TypeName());
        Assert.Equal("SUCCESS", created.Value("Action"));
        Assert.Equal("key-1", created.Value("Kid"));

        Assert.Equal(
            Session.RunSingle("$key.Hsk.Handle").ToString(),
            Session.RunSingle("(Get-AuthleteHsk -Handle $key.Handle" + owner + ").Handle").ToString()
        );
        Assert.Contains("Authlete.ApiClient.Models.Hsk", Session.Run("Get-AuthleteHsk" + owner).Select(key => key.TypeName()));

        Assert.Empty(Session.Run("Get-AuthleteHsk -Handle $key.Handle" + owner + " | Remove-AuthleteHsk -Confirm:$false" + owner));
        var error = Session.RunError("Get-AuthleteHsk -Handle $key.Handle" + owner);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal(Session.RunSingle("$key.Handle").ToString(), error.TargetObject);
    }

    [Fact]
    public void The_list_is_cut_to_what_is_wanted()
    {
        Session.Run("1..4 | ForEach-Object { $null = New-AuthleteHsk -Kty EC -Use sig -Alg ES256 -Kid \"cut-$_\" -HsmName google }");

        var calls = Sandbox.CallsDuring(() =>
        {
            Assert.Equal(2, Session.Run("Get-AuthleteHsk -First 2").Count);
            Assert.True(Session.Run("Get-AuthleteHsk").Count >= 4);
            Assert.Equal(Session.Run("Get-AuthleteHsk").Count - 3, Session.Run("Get-AuthleteHsk -Skip 3").Count);
            Assert.Equal(Session.Run("Get-AuthleteHsk").Count + 1, Session.Run("Get-AuthleteHsk -IncludeTotalCount").Count);
        });

        Assert.All(calls, call => Assert.Empty(call.Query));
    }

    [Fact]
    public void The_owners_credential_is_sent_where_it_is_asked_for()
    {
        var calls = Sandbox.CallsDuring(() =>
            Session.Run(
                "Get-AuthleteHsk; Get-AuthleteHsk -ServiceOwner; $null = Test-AuthleteJose a.b.c; $null = Test-AuthleteJose a.b.c -ServiceOwner"
            )
        );

        Assert.Equal(
            [Sandbox.ServiceApiKey, Sandbox.ServiceOwnerApiKey, Sandbox.ServiceApiKey, Sandbox.ServiceOwnerApiKey],
            calls.Select(call => call.UserName)
        );
    }
}
