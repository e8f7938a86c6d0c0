using System;
using System.Collections.Generic;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Faults;

/// <summary>A base URI of Authlete 3.0, which requires bearer tokens.</summary>
public sealed class Version3Tests(SandboxFixture fixture) : EngineTests(fixture)
{
    private static readonly Dictionary<string, string> s_bearer = new() { ["WWW-Authenticate"] = "Bearer realm=\"authlete\"" };

    [Theory]
    [InlineData("Get-AuthleteClient -Credential $credential -BaseUri $baseUri", "/client/get/list")]
    [InlineData("Connect-Authlete $credential -BaseUri $baseUri", "/service/configuration")]
    public void A_challenge_for_a_bearer_token_is_reported_as_version_3(string script, string path)
    {
        Sandbox.Faults.Enqueue(Fault.Status(401, headers: s_bearer), path);

        var error = Unconnected.RunError(script);

        Assert.Equal("HttpStatus401", error.Id());
        Assert.Contains("Authlete 3.0", error.Message(), StringComparison.Ordinal);
        Assert.Contains("2.x", error.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public void Connect_asks_the_host_for_its_version_where_the_refusal_does_not_tell(int status)
    {
        Sandbox.Faults.Enqueue(
            Fault.Status(status, """{"resultCode":"A458101","resultMessage":"[A458101] Refused."}"""),
            "/service/configuration"
        );
        Sandbox.Faults.Enqueue(Fault.Status(200, """{"version":"3.0.11","features":[]}"""), "/info");

        var calls = Sandbox.CallsDuring(() =>
            Assert.Contains(
                "Authlete 3.0",
                Unconnected.RunError("Connect-Authlete $credential -BaseUri $baseUri").Message(),
                StringComparison.Ordinal
            )
        );

        // The version check needs no credential, so none is sent.
        Assert.Null(calls[^1].AuthorizationScheme);
    }

    [Fact]
    public void Test_AuthleteCredential_asks_the_host_for_its_version_too()
    {
        Unconnected.Set("wrong", EngineSession.Credential("99", "secret"));
        Sandbox.Faults.Enqueue(Fault.Status(200, """{"version":"3.0.11","features":[]}"""), "/info");

        var result = Unconnected.TryRun("Test-AuthleteCredential -Credential $wrong -BaseUri $baseUri");

        Assert.Contains("Authlete 3.0", Assert.Single(result.Output).Text("Reason"), StringComparison.Ordinal);
    }

    [Fact]
    public void Test_AuthleteCredential_returns_it_as_the_reason()
    {
        Sandbox.Faults.Enqueue(Fault.Status(401, headers: s_bearer), "/service/");
        Sandbox.Faults.Enqueue(Fault.Status(401, headers: s_bearer), "/service/");

        var result = Unconnected.TryRun("Test-AuthleteCredential -Credential $credential -BaseUri $baseUri");

        var test = Assert.Single(result.Output);
        Assert.Equal(false, test.Value("Valid"));
        Assert.Contains("Authlete 3.0", test.Text("Reason"), StringComparison.Ordinal);
        Assert.Contains("Authlete 3.0", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_key_at_version_2_is_not_taken_for_version_3()
    {
        Unconnected.Set("wrong", EngineSession.Credential("99", "secret"));

        Assert.DoesNotContain("3.0", Unconnected.RunError("Connect-Authlete $wrong -BaseUri $baseUri").Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bearer_challenge_of_a_token_that_is_introspected_is_no_sign_of_version_3()
    {
        Assert.StartsWith(
            "Bearer",
            Session.RunSingle("(Invoke-AuthleteIntrospection unknown).ResponseContent").ToString(),
            StringComparison.Ordinal
        );
    }
}
