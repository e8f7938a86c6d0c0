using System;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>An API key in place of a credential prompts for the secret.</summary>
public sealed class CredentialPromptTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Theory]
    [InlineData("Connect-Authlete -Credential KEY -BaseUri $baseUri")]
    [InlineData("Connect-Authlete KEY -BaseUri $baseUri")]
    [InlineData("Connect-Authlete -Credential 'KEY' -BaseUri $baseUri")]
    [InlineData("Connect-Authlete -Credential ([ulong] KEY) -BaseUri $baseUri")]
    [InlineData("Get-AuthleteClient -First 1 -Credential KEY -BaseUri $baseUri")]
    [InlineData("Test-AuthleteCredential -Credential KEY -BaseUri $baseUri")]
    public void A_number_or_a_text_is_the_user_name(string script)
    {
        var host = new CapturingHost(Sandbox.ServiceApiSecret);
        using var session = EngineSession.NotConnected(Sandbox, host);

        session.Run(script.Replace("KEY", Sandbox.ServiceApiKey, StringComparison.Ordinal));

        Assert.Contains("The API secret of " + Sandbox.ServiceApiKey, host.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Sandbox.ServiceApiSecret, host.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_owners_credential_is_asked_for_in_the_same_way()
    {
        using var session = EngineSession.NotConnected(Sandbox, new CapturingHost(Sandbox.ServiceOwnerApiSecret));

        session.Run($"Connect-Authlete -ServiceOwnerCredential {Sandbox.ServiceOwnerApiKey} -BaseUri $baseUri");
    }

    [Fact]
    public void If_the_host_can_not_prompt_the_secret_is_missing()
    {
        using var session = EngineSession.NotConnected(Sandbox, new CapturingHost());

        var error = session.RunError("Connect-Authlete -Credential 4711 -BaseUri $baseUri");

        Assert.Equal("HalfCredential", error.Id());
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        Assert.Contains("no API secret", error.Message(), StringComparison.Ordinal);
    }
}
