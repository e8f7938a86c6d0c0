using System;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class BackchannelTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private const string Start =
        "$request = Invoke-AuthleteBackchannelAuthentication -ClientId $clientId -ClientSecret $clientSecret -Parameters @{ scope = 'openid'; login_hint = 'user-1' }; ";

    [Fact]
    public void A_request_in_poll_mode_ends_with_tokens()
    {
        Session.Run(Start + "$issued = $request | Approve-AuthleteBackchannelAuthentication");
        Assert.Equal("USER_IDENTIFICATION", Session.RunSingle("$request.Action").ToString());
        Assert.Equal("user-1", Session.RunSingle("$request.Hint").ToString());
        Assert.Equal("OK", Session.RunSingle("$issued.Action").ToString());
        Assert.Equal(
            "NO_ACTION",
            Session.RunSingle("$request | Complete-AuthleteBackchannelAuthentication -Result AUTHORIZED -Subject user-1").Value("Action")
        );

        var token = Session.RunSingle(
            "Invoke-AuthleteToken -ClientId $clientId -ClientSecret $clientSecret -Parameters @{ grant_type = 'urn:openid:params:grant-type:ciba'; auth_req_id = $issued.AuthReqId }"
        );
        Assert.Equal("OK", token.Value("Action"));
        Assert.Equal("user-1", token.Value("Subject"));
    }

    [Fact]
    public void A_request_may_be_denied()
    {
        var answer = Session.RunSingle(Start + "$request | Deny-AuthleteBackchannelAuthentication -Reason access_denied");

        Assert.Equal("FORBIDDEN", answer.Value("Action"));
    }

    [Fact]
    public void An_answer_without_a_ticket_says_why()
    {
        var error = Session.RunError(
            "Invoke-AuthleteBackchannelAuthentication -Parameters 'scope=openid' | Complete-AuthleteBackchannelAuthentication -Result AUTHORIZED -Subject user-1"
        );

        Assert.Equal("NoTicket", error.Id());
        Assert.Contains("BackchannelAuthenticationResponse", error.ToString(), StringComparison.Ordinal);
    }
}
