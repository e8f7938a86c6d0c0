using System;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class DeviceFlowTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private const string Start =
        "$device = Invoke-AuthleteDeviceAuthorization -ClientId $clientId -ClientSecret $clientSecret -Parameters 'scope=openid'; ";

    private const string Poll =
        "Invoke-AuthleteToken -ClientId $clientId -ClientSecret $clientSecret -Parameters @{ grant_type = 'urn:ietf:params:oauth:grant-type:device_code'; device_code = $device.DeviceCode }";

    [Theory]
    [InlineData(
        "Invoke-AuthleteDeviceAuthorization 'scope=openid' -ClientId $clientId -ClientSecret wrong | Invoke-AuthleteDeviceVerification",
        "UNAUTHORIZED"
    )]
    [InlineData(
        "Invoke-AuthleteDeviceVerification XXXX | Complete-AuthleteDeviceAuthorization -Result AUTHORIZED -Subject user-1",
        "NOT_EXIST"
    )]
    [InlineData("Complete-AuthleteDeviceAuthorization '' -Result AUTHORIZED -Subject user-1", "-UserCode is empty")]
    public void Without_a_user_code_the_error_says_what_the_answer_was(string script, string told)
    {
        var error = Session.RunError(script);

        Assert.Equal("NoUserCode", error.Id());
        Assert.Contains(told, error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_device_gets_its_tokens_once_the_user_has_agreed()
    {
        Session.Run(Start);
        Assert.Equal("OK", Session.RunSingle("$device.Action").ToString());
        Assert.Equal("authorization_pending", Session.RunSingle("(" + Poll + ").GetResponseObject().error").ToString());

        var verification = Session.RunSingle("$device | Invoke-AuthleteDeviceVerification");
        Assert.Equal("VALID", verification.Value("Action"));
        Assert.Equal(Sandbox.ConfidentialClient.ClientId, verification.Value("ClientId"));

        Assert.Equal(
            "SUCCESS",
            Session.RunSingle("$device | Complete-AuthleteDeviceAuthorization -Result authorized -Subject user-1").Value("Action")
        );
        var token = Session.RunSingle(Poll);
        Assert.Equal("OK", token.Value("Action"));
        Assert.Equal("user-1", token.Value("Subject"));
        Assert.Equal("DEVICE_CODE", token.Value("GrantType"));
    }

    [Fact]
    public void The_user_may_refuse()
    {
        Session.Run(
            Start + "$null = Complete-AuthleteDeviceAuthorization -UserCode $device.UserCode -Result ACCESS_DENIED -Subject user-1"
        );

        Assert.Equal("access_denied", Session.RunSingle("(" + Poll + ").GetResponseObject().error").ToString());
    }

    [Fact]
    public void A_user_code_that_is_not_there_is_a_result()
    {
        Assert.Equal("NOT_EXIST", Session.RunSingle("Invoke-AuthleteDeviceVerification BBBBBBBBBB").Value("Action"));
        Assert.Equal(
            "USER_CODE_NOT_EXIST",
            Session.RunSingle("Complete-AuthleteDeviceAuthorization BBBBBBBBBB -Result AUTHORIZED -Subject user-1").Value("Action")
        );
    }

    [Fact]
    public void The_deciding_user_is_never_bound_from_the_pipeline()
    {
        var error = Session.RunError(
            "[pscustomobject]@{ UserCode = 'BBBBBBBBBB'; Subject = 'attacker' } | Complete-AuthleteDeviceAuthorization -Result AUTHORIZED"
        );

        Assert.Contains("Subject", error.ToString(), StringComparison.Ordinal);
    }
}
