using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class AccessTokenTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Theory]
    [InlineData("Get-AuthleteAccessToken $token.AccessToken")]
    [InlineData("Get-AuthleteAccessToken $clientSecret")]
    public void A_secret_in_the_place_of_a_client_ID_is_neither_sent_nor_shown(string script)
    {
        Session.Run("$token = " + Scripts.NewToken);
        var secrets = Session.Run("$token.AccessToken; $clientSecret").Select(secret => secret.ToString()).ToList();

        var calls = Sandbox.CallsDuring(() =>
        {
            var error = Session.RunError(script);
            Assert.All(
                secrets,
                secret => Assert.DoesNotContain(secret, error + error.Message() + error.CategoryInfo, StringComparison.Ordinal)
            );
        });

        Assert.Empty(calls);
    }

    [Fact]
    public void A_new_token_is_written()
    {
        var token = Session.RunSingle(
            Scripts.NewToken + " -AccessTokenDuration ([TimeSpan]::FromMinutes(5)) -Properties @{ branch = '42' }"
        );

        Assert.Equal("Authlete.ApiClient.Models.TokenCreateResponse", token.TypeName());
        Assert.Equal("OK", token.Value("Action"));
        Assert.Equal("A109001", token.Value("ResultCode"));
        Assert.NotEmpty(token.Text("AccessToken")!);
        Assert.Equal(300L, token.Value("ExpiresIn"));
        Assert.Equal("user-1", token.Value("Subject"));
        Assert.Equal(new[] { "openid", "profile" }, token.Value("Scopes"));
        Assert.Equal("AUTHORIZATION_CODE", token.Value("GrantType"));
        Assert.IsType<DateTimeOffset>(token.Value("ExpiresAt"));
    }

    [Theory]
    [InlineData("-ClientId 99 -GrantType CLIENT_CREDENTIALS", "A107201", ErrorCategory.InvalidArgument, "99")]
    [InlineData("-ClientId 99 -GrantType AUTHORIZATION_CODE", "A105201", ErrorCategory.InvalidArgument, "99")]
    [InlineData("-ClientId 99 -GrantType CLIENT_CREDENTIALS -Scopes bogus", "A106201", ErrorCategory.InvalidArgument, "99")]
    [InlineData("-ClientId 99 -GrantType JWT_BEARER", "A104203", ErrorCategory.InvalidArgument, "99")]
    [InlineData("-ClientId 99 -GrantType REFRESH_TOKEN", "A104202", ErrorCategory.InvalidArgument, "99")]
    public void An_action_other_than_OK_is_an_error(string parameters, string code, ErrorCategory category, string target)
    {
        var error = Session.RunError("New-AuthleteAccessToken " + parameters);

        Assert.Equal(code, error.Id());
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal(target, error.TargetObject);
        Assert.Equal("BAD_REQUEST", error.OfException("Action"));
        Assert.Equal(code, error.OfException("ResultCode"));
        Assert.Contains("[" + code + "]", (string)error.OfException("ResultMessage")!, StringComparison.Ordinal);
    }

    [Fact]
    public void An_action_FORBIDDEN_has_its_own_category()
    {
        Session.Run(
            """
            $client = New-AuthleteClient -ClientName Locked
            $null = Invoke-AuthleteApi "/client/lock_flag/update/$($client.ClientId)" POST -Body @{ clientLocked = $true }
            """
        );

        var error = Session.RunError("New-AuthleteAccessToken -ClientId $client.ClientId -GrantType CLIENT_CREDENTIALS");

        Assert.Equal("A107203", error.Id());
        Assert.Equal(ErrorCategory.PermissionDenied, error.CategoryInfo.Category);
    }

    [Fact]
    public void ErrorAction_Stop_stops_at_such_an_action()
    {
        Assert.Equal(
            "A107201",
            Session
                .RunSingle(
                    "try { New-AuthleteAccessToken -ClientId 99 -GrantType CLIENT_CREDENTIALS -ErrorAction Stop; 'went on' } catch { $_.Exception.ResultCode }"
                )
                .ToString()
        );
    }

    [Theory]
    [InlineData("-GrantType CLIENT_CREDENTIALS", "ClientId")]
    [InlineData("-ClientId 99", "GrantType")]
    public void Fields_that_the_API_requires_are_mandatory(string parameters, string missing)
    {
        var error = Session.RunError("New-AuthleteAccessToken " + parameters);

        Assert.Equal("MissingMandatoryParameter", error.Id());
        Assert.Contains(missing, error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_records_are_listed_by_subject_and_by_client()
    {
        Session.Run(
            "1..2 | ForEach-Object { $null = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject lister -Scopes openid }"
        );

        var record = Session.Run("Get-AuthleteAccessToken -Subject lister")[0];
        Assert.Equal("Authlete.ApiClient.Models.AccessToken", record.TypeName());
        Assert.Equal("lister", record.Value("Subject"));
        Assert.Equal(Sandbox.ConfidentialClient.ClientId, record.Value("ClientId"));
        Assert.NotEmpty(record.Text("AccessTokenHash")!);
        Assert.Null(record.Value("LastRefreshedAt"));
        Assert.IsType<DateTimeOffset>(record.Value("CreatedAt"));

        Assert.Equal(2, Session.Run("Get-AuthleteAccessToken -ClientId $clientId -Subject lister").Count);
        Assert.Empty(Session.Run("Get-AuthleteAccessToken -ClientId $publicClientId -Subject lister"));
    }

    [Fact]
    public void The_record_of_one_token_is_found_by_the_token_its_hash_and_the_answer_that_held_it()
    {
        Session.Run(
            "$other = "
                + Scripts.NewToken
                + "; $token = "
                + Scripts.NewToken
                + "; $record = Get-AuthleteAccessToken -AccessTokenIdentifier $token.AccessToken"
        );

        var hash = Session.RunSingle("$record.AccessTokenHash").ToString();

        foreach (
            var script in new[]
            {
                "$token | Get-AuthleteAccessToken",
                "$record | Get-AuthleteAccessToken",
                "Get-AuthleteAccessToken -AccessTokenIdentifier $record.AccessTokenHash",
                "Get-AuthleteAccessToken -AccessToken $token.AccessToken -Subject user-1",
            }
        )
        {
            Assert.Equal(hash, Session.RunSingle(script).Value("AccessTokenHash"));
        }
    }

    [Fact]
    public void A_token_that_is_not_there_is_an_error_without_the_token_in_it()
    {
        var error = Session.RunError("Get-AuthleteAccessToken -AccessToken not-there-4711");

        Assert.Equal("AccessTokenNotFound", error.Id());
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.DoesNotContain("4711", error.Message() + error.TargetObject, StringComparison.Ordinal);
    }

    [Fact]
    public void The_token_that_is_looked_for_is_not_sent()
    {
        Session.Run("$token = " + Scripts.NewToken);
        var text = Session.RunSingle("$token.AccessToken").ToString();

        var calls = Sandbox.CallsDuring(() => Session.Run("Get-AuthleteAccessToken -AccessToken $token.AccessToken"));

        Assert.DoesNotContain(calls, call => (call.Path + call.Query + call.Body).Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_client_that_is_not_there_is_an_error()
    {
        var error = Session.RunError("Get-AuthleteAccessToken -ClientId 99");

        Assert.Equal("A001218", error.Id());
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
    }

    [Fact]
    public void Times_of_the_record_are_those_of_the_token()
    {
        Session.Run("$token = " + Scripts.NewToken);

        var expiry = (DateTimeOffset)Session.RunSingle("$token.ExpiresAt").BaseObject;
        var recorded = (DateTimeOffset)Session.RunSingle("($token | Get-AuthleteAccessToken).AccessTokenExpiresAt").BaseObject;

        Assert.InRange((expiry - recorded).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, recorded.Offset);
    }
}
