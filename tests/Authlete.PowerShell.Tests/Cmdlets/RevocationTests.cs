using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class RevocationTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Fact]
    public void A_revoked_token_is_unknown_afterwards()
    {
        Session.Run("$token = " + Scripts.NewToken);

        var response = Session.RunSingle(
            "Invoke-AuthleteRevocation @{ token = $token.AccessToken } -ClientId $clientId -ClientSecret $clientSecret"
        );

        Assert.Equal("Authlete.ApiClient.Models.RevocationResponse", response.TypeName());
        Assert.Equal("OK", response.Value("Action"));
        Assert.Equal("A113001", response.Value("ResultCode"));
        Assert.Equal("A057302", Session.RunSingle("(Invoke-AuthleteIntrospection $token.AccessToken).ResultCode").ToString());
    }

    [Theory]
    [InlineData("'token=a' -ClientId $clientId -ClientSecret wrong", "INVALID_CLIENT", "A157305")]
    [InlineData("'token_type_hint=access_token' -ClientId $clientId -ClientSecret $clientSecret", "BAD_REQUEST", "A115301")]
    [InlineData("''", "BAD_REQUEST", "A113301")]
    public void Any_action_is_a_result(string arguments, string action, string code)
    {
        var response = Session.RunSingle("Invoke-AuthleteRevocation " + arguments);

        Assert.Equal(action, response.Value("Action"));
        Assert.Equal(code, response.Value("ResultCode"));
    }
}
