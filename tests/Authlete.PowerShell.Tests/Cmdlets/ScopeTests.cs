using System.Linq;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Granted and requestable scopes, and the clients that users have authorized.</summary>
public sealed class ScopeTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Fact]
    public void A_client_is_limited_to_scopes_and_set_free_again()
    {
        Session.Run("$client = New-AuthleteClient -ClientName Limited");

        Assert.Null(Session.RunSingle("$client | Get-AuthleteRequestableScope").Value("RequestableScopes"));
        Assert.Equal(
            new[] { "openid", "profile" },
            Session.RunSingle("$client | Set-AuthleteRequestableScope -RequestableScopes openid, profile").Value("RequestableScopes")
        );
        Assert.Equal(
            new[] { "openid", "profile" },
            Session.RunSingle("Get-AuthleteRequestableScope $client.ClientId").Value("RequestableScopes")
        );

        Session.Run("Set-AuthleteRequestableScope $client.ClientId @()");
        Assert.Equal(
            "[]",
            Sandbox.LastBody("/requestable_scopes/update/" + Session.RunSingle("$client.ClientId"))["requestableScopes"]!.ToJsonString()
        );

        Assert.Empty(Session.Run("$client | Remove-AuthleteRequestableScope"));
        Assert.Null(Session.RunSingle("$client | Get-AuthleteRequestableScope").Value("RequestableScopes"));
    }

    [Fact]
    public void Granted_scopes_of_a_user_are_stored_and_deleted()
    {
        Session.Run("$null = " + Scripts.Authorization + " | Approve-AuthleteAuthorization -Subject granter");

        var granted = Session.RunSingle("Get-AuthleteGrantedScope $clientId granter");
        Assert.Equal(new[] { "openid", "profile" }, granted.Value("LatestGrantedScopes"));
        Assert.Equal("granter", granted.Value("Subject"));

        Assert.Empty(Session.Run("Remove-AuthleteGrantedScope -ClientId $clientId -Subject granter"));
        Assert.Null(Session.RunSingle("Get-AuthleteGrantedScope $clientId granter").Value("LatestGrantedScopes"));
    }

    [Fact]
    public void The_authorized_clients_of_a_user_are_listed_changed_and_revoked()
    {
        Session.Run(
            "$token = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject authorizer -Scopes openid, profile"
                + "; $other = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject bystander -Scopes openid, profile"
        );

        var client = Session.RunSingle("Get-AuthleteClientAuthorization -Subject authorizer");
        Assert.Equal("Authlete.ApiClient.Models.Client", client.TypeName());
        Assert.Equal(Sandbox.ConfidentialClient.ClientId, client.Value("ClientId"));
        Assert.Empty(Session.Run("Get-AuthleteClientAuthorization nobody"));

        Session.Run("Get-AuthleteClientAuthorization authorizer | Set-AuthleteClientAuthorization -Subject authorizer -Scopes openid");
        Assert.Equal("openid", Session.RunSingle("($token | Get-AuthleteAccessToken).Scopes -join ' '").ToString());
        Assert.Equal("openid profile", Session.RunSingle("($other | Get-AuthleteAccessToken).Scopes -join ' '").ToString());

        Assert.Empty(
            Session.Run(
                "Get-AuthleteClientAuthorization authorizer | Remove-AuthleteClientAuthorization -Subject authorizer -Confirm:$false"
            )
        );
        Assert.Empty(Session.Run("Get-AuthleteClientAuthorization authorizer"));
        Assert.Single(Session.Run("Get-AuthleteClientAuthorization bystander"));
    }

    [Theory]
    [InlineData("[pscustomobject]@{ ClientId = 1; Subject = 'a' } | Remove-AuthleteClientAuthorization")]
    [InlineData("Remove-AuthleteClientAuthorization 1 -Subject ''")]
    [InlineData("Get-AuthleteClientAuthorization $null")]
    [InlineData("Get-AuthleteGrantedScope 1")]
    public void The_subject_is_demanded(string script)
    {
        Assert.Empty(Sandbox.CallsDuring(() => Assert.NotEmpty(Session.TryRun(script).Errors)));
    }

    [Fact]
    public void Many_clients_of_a_user_come_in_pages()
    {
        Session.Run(
            """
            1..5 | ForEach-Object {
                $c = New-AuthleteClient -ClientName "Client $_" -GrantTypes AUTHORIZATION_CODE
                $null = New-AuthleteAccessToken -ClientId $c.ClientId -GrantType AUTHORIZATION_CODE -Subject busy -Scopes openid
            }
            """
        );

        Assert.Equal(
            5,
            Session.Run("Get-AuthleteClientAuthorization busy -PageSize 2").Select(client => client.Value("ClientId")).Distinct().Count()
        );
        Assert.Equal(2, Session.Run("Get-AuthleteClientAuthorization busy -First 2").Count);
        Assert.Single(Session.Run("Get-AuthleteClientAuthorization busy -Skip 4"));
    }
}
