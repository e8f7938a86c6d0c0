using System;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Set-, Remove-, and Revoke-AuthleteAccessToken change one token or all tokens of an owner, and never confuse them.</summary>
public sealed class ChangeAccessTokenTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Theory]
    [InlineData("Set-AuthleteAccessToken $token.AccessToken -Scopes openid", 1)]
    [InlineData("Set-AuthleteAccessToken -AccessToken $token.AccessToken -Scopes openid", 1)]
    [InlineData("$token | Set-AuthleteAccessToken -Scope openid", 1)]
    [InlineData("Set-AuthleteAccessToken -AccessTokenHash $record.AccessTokenHash -Scopes openid", 2)]
    [InlineData("$record | Set-AuthleteAccessToken -Scopes openid", 2)]
    public void A_token_is_changed_by_itself_or_by_its_hash(string script, int calls)
    {
        Session.Run("$other = " + Scripts.NewToken + "; $token = " + Scripts.NewToken + "; $record = $token | Get-AuthleteAccessToken");

        var made = Sandbox.CallsDuring(() =>
        {
            var answer = Session.RunSingle(script);
            Assert.Equal("OK", answer.Value("Action"));
            Assert.Equal(new[] { "openid" }, answer.Value("Scopes"));
        });

        Assert.Equal(calls, made.Count);
        Assert.Equal("openid", Session.RunSingle("($token | Get-AuthleteAccessToken).Scopes -join ' '").ToString());
        Assert.Equal("openid profile", Session.RunSingle("($other | Get-AuthleteAccessToken).Scopes -join ' '").ToString());
    }

    [Fact]
    public void Only_the_first_of_many_hashes_takes_a_second_call()
    {
        Session.Run(
            "1..4 | ForEach-Object { $null = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject many -Scopes openid, profile }"
                + "; $records = @(Get-AuthleteAccessToken -Subject many)"
        );

        var made = Sandbox.CallsDuring(() => Assert.Equal(4, Session.Run("$records | Set-AuthleteAccessToken -Scopes profile").Count));

        Assert.Equal(5, made.Count);
    }

    [Fact]
    public void A_token_that_is_not_there_is_one_error()
    {
        var error = Session.RunError("Set-AuthleteAccessToken unknown -Scopes openid");

        Assert.Equal("A134202", error.Id());
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.DoesNotContain("unknown", error.TargetObject?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_of_expiry_is_a_time_or_milliseconds()
    {
        Session.Run(
            "$token = "
                + Scripts.NewToken
                + "; $null = $token | Set-AuthleteAccessToken -AccessTokenExpiresAt ([DateTimeOffset]'2040-01-02T03:04:05Z')"
        );
        Assert.Equal(2209086245000, (long?)Sandbox.LastBody("/auth/token/update")["accessTokenExpiresAt"]);

        Session.Run("$null = $token | Set-AuthleteAccessToken -AccessTokenExpiresAt 2209086246000");
        Assert.Equal(2209086246000, (long?)Sandbox.LastBody("/auth/token/update")["accessTokenExpiresAt"]);
        Assert.Equal(
            new DateTimeOffset(2040, 1, 2, 3, 4, 6, TimeSpan.Zero),
            Session.RunSingle("($token | Get-AuthleteAccessToken).AccessTokenExpiresAt").BaseObject
        );
    }

    [Theory]
    [InlineData("Remove-AuthleteAccessToken $token.AccessToken")]
    [InlineData("$token | Remove-AuthleteAccessToken")]
    [InlineData("$record | Remove-AuthleteAccessToken")]
    [InlineData("$null = Revoke-AuthleteAccessToken $token.AccessToken -Confirm:$false")]
    [InlineData("$null = $token | Revoke-AuthleteAccessToken -Confirm:$false")]
    [InlineData("$null = $record | Revoke-AuthleteAccessToken -Confirm:$false")]
    [InlineData("$null = Revoke-AuthleteAccessToken -RefreshTokenIdentifier $token.RefreshToken -Confirm:$false")]
    public void Only_the_specified_token_of_a_client_and_user_is_removed(string script)
    {
        Session.Run("$other = " + Scripts.NewToken + "; $token = " + Scripts.NewToken + "; $record = $token | Get-AuthleteAccessToken");

        Assert.Empty(Session.Run(script));

        Assert.Equal("UNAUTHORIZED", Session.RunSingle("(Invoke-AuthleteIntrospection $token.AccessToken).Action").ToString());
        Assert.Equal("OK", Session.RunSingle("(Invoke-AuthleteIntrospection $other.AccessToken).Action").ToString());
    }

    [Fact]
    public void All_tokens_of_a_user_are_removed_and_those_of_others_are_kept()
    {
        Session.Run(
            """
            function New($subject, $client = $clientId) { New-AuthleteAccessToken -ClientId $client -GrantType AUTHORIZATION_CODE -Subject $subject -Scopes openid }
            $mine = New leaver; $mineElsewhere = New leaver $publicClientId; $other = New stayer
            """
        );

        Assert.Equal(
            "Authlete.ApiClient.Models.TokenRevokeResponse",
            Session.RunSingle("Revoke-AuthleteAccessToken -ClientIdentifier $clientId -Subject leaver -Confirm:$false").TypeName()
        );
        Assert.Equal(
            "UNAUTHORIZED,OK,OK",
            Session.RunSingle("($mine, $mineElsewhere, $other | Invoke-AuthleteIntrospection).Action -join ','").ToString()
        );

        Session.Run("Revoke-AuthleteAccessToken -Subject leaver -Confirm:$false");
        Assert.Equal(
            "UNAUTHORIZED,OK",
            Session.RunSingle("($mineElsewhere, $other | Invoke-AuthleteIntrospection).Action -join ','").ToString()
        );
    }

    [Theory]
    [InlineData("$record | Revoke-AuthleteAccessToken -Subject user-1")]
    [InlineData("Revoke-AuthleteAccessToken -AccessTokenIdentifier a -Subject user-1")]
    [InlineData("Revoke-AuthleteAccessToken -RefreshTokenIdentifier a -ClientIdentifier 1")]
    [InlineData("Revoke-AuthleteAccessToken -Subject $null")]
    [InlineData("Revoke-AuthleteAccessToken -Subject ''")]
    [InlineData("Revoke-AuthleteAccessToken -ClientIdentifier 1 -Subject $null")]
    [InlineData("Revoke-AuthleteAccessToken")]
    [InlineData("[pscustomobject]@{ ClientId = 1; Subject = 'user-1' } | Revoke-AuthleteAccessToken")]
    [InlineData("[pscustomobject]@{ AccessToken = $null } | Revoke-AuthleteAccessToken")]
    [InlineData("[pscustomobject]@{ AccessToken = '' } | Remove-AuthleteAccessToken")]
    [InlineData("Get-AuthleteClient $clientId | Remove-AuthleteAccessToken")]
    public void Ambiguous_parameters_are_an_error_and_nothing_is_sent(string script)
    {
        Session.Run("$token = " + Scripts.NewToken + "; $record = $token | Get-AuthleteAccessToken");

        var calls = Sandbox.CallsDuring(() => Assert.NotEmpty(Session.TryRun(script).Errors));

        Assert.All(calls, call => Assert.Equal("GET", call.Method));
    }

    [Theory]
    [InlineData("$token | Set-AuthleteAccessToken -Scopes openid -WhatIf")]
    [InlineData("$token | Remove-AuthleteAccessToken -WhatIf")]
    [InlineData("$token | Revoke-AuthleteAccessToken -WhatIf")]
    [InlineData("Revoke-AuthleteAccessToken -Subject user-1 -WhatIf")]
    public void WhatIf_changes_nothing_and_shows_no_token(string script)
    {
        var host = new CapturingHost();
        using var session = EngineSession.Connected(Sandbox, host);
        session.Run("$token = " + Scripts.NewToken);

        Assert.Empty(Sandbox.CallsDuring(() => session.Run(script)));

        Assert.NotEmpty(host.Text);
        Assert.DoesNotContain(session.RunSingle("$token.AccessToken").ToString(), host.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void All_tokens_of_a_list_are_removed_through_the_pipeline()
    {
        Session.Run(
            "1..7 | ForEach-Object { $null = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject swept -Scopes openid }"
        );

        Session.Run("Get-AuthleteAccessToken -Subject swept -PageSize 3 | Remove-AuthleteAccessToken");

        Assert.Empty(Session.Run("Get-AuthleteAccessToken -Subject swept"));
    }
}
