using System.Collections;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class UserInfoTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Fact]
    public void A_valid_token_returns_the_requested_claims()
    {
        var response = Session.RunSingle(Scripts.NewToken + " | Invoke-AuthleteUserInfo");

        Assert.Equal("Authlete.ApiClient.Models.UserInfoResponse", response.TypeName());
        Assert.Equal("OK", response.Value("Action"));
        Assert.Equal("user-1", response.Value("Subject"));
        Assert.Contains("given_name", (string[])response.Value("Claims")!);
    }

    [Fact]
    public void A_token_that_will_not_do_is_a_result()
    {
        var unknown = Session.RunSingle("Invoke-AuthleteUserInfo unknown");
        var withoutOpenId = Session.RunSingle(
            "New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject user-1 -Scopes email | Invoke-AuthleteUserInfo"
        );

        Assert.Equal("UNAUTHORIZED", unknown.Value("Action"));
        Assert.Equal("A088302", unknown.Value("ResultCode"));
        Assert.Equal("FORBIDDEN", withoutOpenId.Value("Action"));
    }

    [Fact]
    public void Approve_writes_the_answer_with_the_claims()
    {
        Session.Run("$token = " + Scripts.NewToken);

        var response = Session.RunSingle(
            "Approve-AuthleteUserInfo $token.AccessToken -Claims ([ordered]@{ name = 'Max'; address = @{ country = 'AT' } })"
        );

        Assert.Equal("Authlete.ApiClient.Models.UserInfoIssueResponse", response.TypeName());
        Assert.Equal("JSON", response.Value("Action"));
        var content = (IDictionary)response.Methods["GetResponseObject"].Invoke()!;
        Assert.Equal("user-1", content["sub"]);
        Assert.Equal("Max", content["name"]);
        Assert.Equal("AT", ((IDictionary)content["address"]!)["country"]);
    }

    [Fact]
    public void Approve_with_a_token_that_will_not_do_is_a_result()
    {
        var response = Session.RunSingle("Approve-AuthleteUserInfo unknown");

        Assert.Equal("UNAUTHORIZED", response.Value("Action"));
        Assert.Equal("A092302", response.Value("ResultCode"));
    }

    [Fact]
    public void Approve_takes_no_subject_and_no_token_from_the_pipeline()
    {
        var calls = Sandbox.CallsDuring(() =>
            Assert.Equal(
                "MissingMandatoryParameter",
                Session.RunError("[pscustomobject]@{ Token = 'a'; AccessToken = 'a'; Sub = 'attacker' } | Approve-AuthleteUserInfo").Id()
            )
        );

        Assert.Empty(calls);
    }
}
