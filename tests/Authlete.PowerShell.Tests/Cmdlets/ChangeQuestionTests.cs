using System;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>The confirmation prompt names the action and the object.</summary>
public sealed class ChangeQuestionTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Theory]
    [InlineData("Remove-AuthleteAccessToken", "Delete")]
    [InlineData("Revoke-AuthleteAccessToken", "Revoke")]
    [InlineData("Set-AuthleteAccessToken -Scopes openid", "Update: scopes = openid")]
    public void A_token_is_named_by_its_hash_its_client_and_its_subject(string command, string action)
    {
        var host = new CapturingHost();
        using var session = EngineSession.Connected(Sandbox, host);
        session.Run($"$token = {Scripts.NewToken}; $record = $token | Get-AuthleteAccessToken");
        var hash = session.RunSingle("$record.AccessTokenHash").ToString();

        session.Run($"$record | {command} -WhatIf; $token | {command} -WhatIf; {command} $token.AccessToken -WhatIf");

        var named = $"Performing the operation \"{action}\" on target \"access token with the hash {hash}";
        var text = host.Text;
        Assert.Equal(3, text.Split(named).Length - 1);
        Assert.Equal(2, text.Split($"{hash} of client {Sandbox.ConfidentialClient.ClientId}, subject \"user-1\"\"").Length - 1);
        Assert.DoesNotContain(session.RunSingle("$token.AccessToken").ToString()!, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hash_on_the_command_line_is_not_treated_as_a_token_in_the_prompt()
    {
        var text = TextOf("Remove-AuthleteAccessToken 'a-token-or-a-hash'");

        Assert.DoesNotContain("a-token-or-a-hash", text, StringComparison.Ordinal);
        Assert.Contains("or the one whose hash you specified", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Revoke-AuthleteAccessToken -RefreshTokenIdentifier secret-1", "refresh token with the hash ")]
    [InlineData("Revoke-AuthleteAccessToken -ClientIdentifier 7 -Subject bob", "all tokens of subject bob at client 7")]
    [InlineData(
        "Set-AuthleteAccessToken secret-1 -Properties @{ password = 'secret-2'; level = 'gold' } -AccessTokenExpiresAt '2030-01-02T03:04:05Z' -RefreshToken secret-3",
        "accessTokenExpiresAt = 2030-01-02T03:04:05Z"
    )]
    [InlineData("Set-AuthleteAccessToken secret-1 -Properties @{ level = 'gold' }", "gold")]
    [InlineData("Set-AuthleteAccessToken secret-1", "Update: (none)")]
    [InlineData(
        "Set-AuthleteRequestableScope 7 openid, profile",
        "Set the requestable scopes: requestableScopes = openid, profile\" on target \"client 7"
    )]
    [InlineData("Set-AuthleteRequestableScope 7 (1..20 | ForEach-Object { \"s$_\" })", "requestableScopes = s1, s2, s3 and 17 more")]
    [InlineData("Set-AuthleteRequestableScope 7 @()", "requestableScopes = (empty)")]
    [InlineData("Set-AuthleteRequestableScope 7 $null", "Set the requestable scopes: (none)")]
    [InlineData("Set-AuthleteClientAuthorization 7 bob openid", "issued to client 7: scopes = openid\" on target \"subject bob")]
    [InlineData("Remove-AuthleteClientAuthorization 7 bob", "issued to client 7\" on target \"subject bob")]
    [InlineData("Remove-AuthleteGrantedScope 7 bob", "granted to client 7\" on target \"subject bob")]
    [InlineData(
        "New-AuthleteAccessToken -ClientId 7 -GrantType IMPLICIT -Subject bob -Scopes a, b -AccessToken secret-1",
        "grantType = IMPLICIT; subject = bob; scopes = a, b; accessToken = ***\" on target \"client 7"
    )]
    [InlineData(
        "New-AuthleteHsk -Kty EC -Use sig -Alg ES256 -Kid key-1 -HsmName hsm-1",
        "kty = EC; use = sig; kid = key-1; hsmName = hsm-1; alg = ES256"
    )]
    [InlineData("Remove-AuthleteHsk handle-1", "key with the handle handle-1")]
    [InlineData("Register-AuthleteClient @{ client_name = 'x'; client_secret = 'secret-1' }", "Register: json = ")]
    [InlineData("Unregister-AuthleteClient 7 secret-1", "client 7")]
    [InlineData("Set-AuthleteClientSecret 7 secret-1", "client 7")]
    [InlineData(
        "Set-AuthleteClient $clientId -RedirectUris (1..20 | ForEach-Object { \"https://a.example.com/$_\" })",
        "redirectUris: + and 10 more"
    )]
    public void A_question_shows_the_new_values_and_no_secret(string command, string expected)
    {
        var text = TextOf(command);

        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-", text, StringComparison.Ordinal);
    }

    private string TextOf(string command)
    {
        var host = new CapturingHost();
        using var session = EngineSession.Connected(Sandbox, host);

        var calls = Sandbox.CallsDuring(() => session.Run(command + " -WhatIf"));

        Assert.All(calls, call => Assert.Equal("GET", call.Method));
        return host.Text;
    }
}
