using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class PushedRequestTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private const string Push = """
        $pushed = Push-AuthleteAuthorizationRequest -ClientId $clientId -ClientSecret $clientSecret -Parameters @{
            response_type = 'code'; redirect_uri = $redirectUri; scope = 'openid'; state = 'st-1'
        };
        """;

    [Fact]
    public void A_pushed_request_starts_the_flow_once()
    {
        Session.Run(Push);
        Assert.Equal("CREATED", Session.RunSingle("$pushed.Action").ToString());
        Assert.Equal(
            Session.RunSingle("$pushed.RequestUri").ToString(),
            Session.RunSingle("$pushed.GetResponseObject().request_uri").ToString()
        );

        const string authorize = "Invoke-AuthleteAuthorization @{ client_id = $clientId; request_uri = $pushed.RequestUri }";
        Assert.Equal("LOCATION", Session.RunSingle(authorize + " | Approve-AuthleteAuthorization -Subject user-1").Value("Action"));
        Assert.Equal("BAD_REQUEST", Session.RunSingle(authorize).Value("Action"));
    }

    [Fact]
    public void A_client_with_a_wrong_secret_is_a_result()
    {
        var answer = Session.RunSingle(
            "Push-AuthleteAuthorizationRequest -ClientId $clientId -ClientSecret wrong -Parameters 'response_type=code'"
        );

        Assert.Equal("UNAUTHORIZED", answer.Value("Action"));
    }
}
