using System;
using System.Management.Automation;
using System.Threading.Tasks;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>If Connect-Authlete fails, a script must not continue with the former connection.</summary>
public sealed class FailedConnectTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Theory]
    [InlineData("Connect-Authlete")]
    [InlineData("Connect-Authlete -Credential $null")]
    [InlineData("Connect-Authlete -SecretName $null")]
    [InlineData("Connect-Authlete -SecretName ''")]
    [InlineData("Connect-Authlete -ServiceOwnerSecretName $null")]
    [InlineData("Connect-Authlete -SecretName entry -Vault ''")]
    [InlineData("Connect-Authlete -SecretName entry")]
    [InlineData("Connect-Authlete $credential -BaseUri $null")]
    [InlineData("Connect-Authlete $credential -BaseUri $baseUri -TimeoutSec 0")]
    [InlineData("Connect-Authlete $credential -BaseUri $baseUri -Proxy foo")]
    [InlineData("Connect-Authlete $credential -BaseUri $baseUri -Proxy http://proxy.invalid:3128")]
    [InlineData("Connect-Authlete $credential -BaseUri $baseUri -NoProxy -Proxy http://proxy.invalid:3128")]
    [InlineData("Connect-Authlete $credential -SecretName entry -BaseUri $baseUri")]
    [InlineData("Connect-Authlete $credential")]
    [InlineData("Connect-Authlete 99 -BaseUri $baseUri")]
    [InlineData("Connect-Authlete $half -BaseUri $baseUri")]
    [InlineData("Connect-Authlete $wrong -BaseUri $baseUri")]
    [InlineData("Connect-Authlete $credential -ServiceOwnerCredential $wrong -BaseUri $baseUri")]
    [InlineData("Connect-Authlete $credential -BaseUri http://127.0.0.1:1/api")]
    [InlineData("Connect-Authlete $credential -BaseUri http://authlete.example.com/api")]
    public void A_failed_Connect_leaves_the_session_disconnected_for_any_reason(string script)
    {
        Session.Set("wrong", EngineSession.Credential("99", "wrong-secret-4711"));
        Session.Set("half", EngineSession.Credential("99", ""));

        Assert.NotEqual("ParameterArgumentValidationError", Session.RunError(script).Id());

        var calls = Sandbox.CallsDuring(() =>
        {
            var error = Session.RunError("Get-AuthleteClient");
            Assert.Equal("Disconnected", error.Id());
            Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
            Assert.Contains("Connect-Authlete failed", error.Message(), StringComparison.Ordinal);
        });
        Assert.Empty(calls);
        Assert.Empty(Session.Run("Get-AuthleteConnection"));
        Session.Run("Connect-Authlete $credential -BaseUri $baseUri; Get-AuthleteClient -First 1");
    }

    [Fact]
    public void An_error_response_leaves_the_session_disconnected_too()
    {
        Sandbox.Faults.Enqueue(Fault.Redirect("https://elsewhere.example.com/"), "/service/configuration");

        Session.RunError("Connect-Authlete $credential -BaseUri $baseUri");

        Assert.Equal("Disconnected", Session.RunError("Get-AuthleteClient").Id());
    }

    [Fact]
    public async Task A_stop_during_the_credential_test_leaves_the_session_disconnected_too()
    {
        Sandbox.Faults.Enqueue(Fault.Hang(), "/service/configuration");
        using var engine = Session.NewEngine("Connect-Authlete $credential -BaseUri $baseUri");
        engine.BeginInvoke();
        await Sandbox.Faults.WaitForCallAsync("/service/configuration", TestContext.Current.CancellationToken);

        await Task.Factory.FromAsync(engine.BeginStop(null, null), engine.EndStop);

        Assert.Equal(PSInvocationState.Stopped, engine.InvocationStateInfo.State);
        Assert.Equal("Disconnected", Session.RunError("Get-AuthleteClient").Id());
    }

    [Fact]
    public void The_former_connection_can_still_be_used_through_a_variable()
    {
        Session.Run("$held = Get-AuthleteConnection");

        Session.RunError("Connect-Authlete -Credential $null");

        Session.Run("Get-AuthleteClient -First 1 -Connection $held");
        Assert.Equal(false, Session.RunSingle("$held.IsClosed").BaseObject);
    }

    [Fact]
    public void A_second_try_does_not_send_the_credential_to_the_vendors_host()
    {
        Assert.Equal("BaseUriAmbiguous", Session.RunError("Connect-Authlete $credential -SkipTest").Id());
        Assert.Equal("BaseUriAmbiguous", Session.RunError("Connect-Authlete $credential -SkipTest").Id());

        Session.Run("Disconnect-Authlete; Connect-Authlete $credential -SkipTest");
    }

    [Theory]
    [InlineData("Get-AuthleteClient -Credential $credential")]
    [InlineData("Test-AuthleteCredential -Credential $credential")]
    public void Beside_a_default_connection_elsewhere_a_credential_needs_a_base_URI(string script)
    {
        var error = Session.RunError(script);

        Assert.Equal("BaseUriAmbiguous", error.Id());
        Assert.Contains("the default connection has " + Sandbox.BaseUri, error.Message(), StringComparison.Ordinal);
        Session.Run(script + " -BaseUri $baseUri");
    }

    [Fact]
    public void Connections_to_services_do_not_touch_the_default_one()
    {
        Session.RunError("[pscustomobject]@{ ApiKey = 1 } | Connect-Authlete");

        Session.Run("Get-AuthleteClient -First 1");
    }
}
