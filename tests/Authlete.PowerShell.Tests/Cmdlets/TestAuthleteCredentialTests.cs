using System;
using System.Linq;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class TestAuthleteCredentialTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Fact]
    public void The_result_for_a_services_credential_has_all_known_properties()
    {
        var result = Unconnected.RunSingle("Test-AuthleteCredential -Credential $credential -BaseUri $baseUri");

        Assert.Equal("Authlete.PowerShell.AuthleteCredentialTest", result.TypeName());
        Assert.Equal(true, result.Value("Valid"));
        Assert.Equal("Service", result.Value("Kind"));
        Assert.Equal(Sandbox.BaseUri, result.Value("BaseUri"));
        Assert.Equal(Sandbox.ServiceApiKey, result.Value("ApiKey"));
        Assert.Equal("https://as.example.com", result.Value("Issuer"));
        Assert.Null(result.Value("ServiceName"));
        Assert.True((TimeSpan)result.Value("Latency")! > TimeSpan.Zero);
        Assert.Equal(200, result.Value("StatusCode"));
        Assert.Null(result.Value("Reason"));
    }

    [Fact]
    public void An_owners_credential_is_recognised()
    {
        var result = Unconnected.RunSingle("Test-AuthleteCredential -Credential $ownerCredential -BaseUri $baseUri");

        Assert.Equal(true, result.Value("Valid"));
        Assert.Equal("ServiceOwner", result.Value("Kind"));
        Assert.Equal(Sandbox.ServiceOwnerApiKey, result.Value("ApiKey"));
        Assert.Equal("Sandbox", result.Value("ServiceName"));
        Assert.Equal("https://as.example.com", result.Value("Issuer"));
    }

    [Fact]
    public void The_default_connection_is_tested_and_ServiceOwner_takes_its_other_credential()
    {
        Assert.Equal("Service", Session.RunSingle("(Test-AuthleteCredential).Kind").ToString());
        Assert.Equal("ServiceOwner", Session.RunSingle("(Test-AuthleteCredential -ServiceOwner).Kind").ToString());
    }

    [Fact]
    public void A_connection_with_the_owners_credential_alone_is_tested_with_that()
    {
        Unconnected.Run("Connect-Authlete -ServiceOwnerCredential $ownerCredential -BaseUri $baseUri");

        Assert.Equal("ServiceOwner", Unconnected.RunSingle("(Test-AuthleteCredential).Kind").ToString());
    }

    [Theory]
    [InlineData(false, "A003201")]
    [InlineData(true, "A003204")]
    public void A_wrong_credential_is_a_result_with_a_warning(bool knownKey, string code)
    {
        var key = knownKey ? Sandbox.ServiceApiKey : "99";
        Unconnected.Set("wrong", EngineSession.Credential(key, "wrong-secret-4711"));

        var result = Unconnected.TryRun("Test-AuthleteCredential -Credential $wrong -BaseUri $baseUri");

        Assert.Empty(result.Errors);
        var test = Assert.Single(result.Output);
        Assert.Equal(false, test.Value("Valid"));
        Assert.Null(test.Value("Kind"));
        Assert.Equal(Sandbox.BaseUri, test.Value("BaseUri"));
        Assert.Equal(key, test.Value("ApiKey"));
        Assert.Equal(401, test.Value("StatusCode"));
        Assert.Equal(code, test.Value("ResultCode"));
        Assert.NotNull(test.Value("ResultMessage"));
        Assert.Contains("-Credential", test.Text("Reason"), StringComparison.Ordinal);
        Assert.Equal(test.Value("Reason"), Assert.Single(result.Warnings));
        Assert.DoesNotContain("wrong-secret", test.Text("Reason") + test.Text("ResultMessage"), StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_gives_the_bare_Boolean_and_no_warning()
    {
        Unconnected.Set("wrong", EngineSession.Credential("99", "wrong-secret-4711"));

        var good = Unconnected.TryRun("Test-AuthleteCredential -Credential $credential -BaseUri $baseUri -Quiet");
        var bad = Unconnected.TryRun("Test-AuthleteCredential -Credential $wrong -BaseUri $baseUri -Quiet");

        Assert.Equal(true, Assert.Single(good.Output).BaseObject);
        Assert.Equal(false, Assert.Single(bad.Output).BaseObject);
        Assert.Empty(bad.Warnings.Concat(good.Warnings));
        Assert.Empty(bad.Errors);
    }

    [Fact]
    public void The_quick_test_passes_with_a_ticket()
    {
        var result = Session.RunSingle("Test-AuthleteCredential -ClientId $clientId -RedirectUri $redirectUri");

        Assert.Equal(true, result.Value("Valid"));
        Assert.Equal("Sandbox", result.Value("ServiceName"));
        Assert.Equal("A004001", result.Value("ResultCode"));
        Assert.Equal(200, result.Value("StatusCode"));
    }

    [Fact]
    public void The_quick_test_does_without_a_redirect_URI_where_the_client_has_one()
    {
        Assert.Equal(true, Session.RunSingle("Test-AuthleteCredential -ClientId $clientId -Quiet").BaseObject);
    }

    [Theory]
    [InlineData("-ClientId $clientId -RedirectUri https://evil.example.com/", "A011304")]
    [InlineData("-ClientId 99", "A010304")]
    public void The_quick_test_fails_without_a_ticket(string parameters, string code)
    {
        var result = Session.TryRun("Test-AuthleteCredential " + parameters);

        var test = Assert.Single(result.Output);
        Assert.Equal(false, test.Value("Valid"));
        Assert.Equal("Service", test.Value("Kind"));
        Assert.Equal(code, test.Value("ResultCode"));
        Assert.Contains("returned no ticket", test.Text("Reason"), StringComparison.Ordinal);
        Assert.Single(result.Warnings);
        Assert.Equal(false, Session.RunSingle("Test-AuthleteCredential -Quiet " + parameters).BaseObject);
    }

    [Fact]
    public void A_quick_test_without_a_response_is_an_error_and_the_credential_is_not_valid()
    {
        Sandbox.Faults.Enqueue(Fault.Status(503), "/auth/authorization");

        var result = Session.TryRun("Test-AuthleteCredential -ClientId $clientId");

        Assert.Equal("HttpStatus503", Assert.Single(result.Errors).Id());
        var test = Assert.Single(result.Output);
        Assert.Equal(false, test.Value("Valid"));
        Assert.Equal(200, test.Value("StatusCode"));
        Assert.Contains("quick test", test.Text("Reason"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_quick_test_is_not_for_an_owners_credential()
    {
        var result = Unconnected.RunSingle(
            "Test-AuthleteCredential -Credential $ownerCredential -BaseUri $baseUri -ClientId $clientId -WarningAction SilentlyContinue"
        );

        Assert.Equal(false, result.Value("Valid"));
        Assert.Contains("service owner", result.Text("Reason"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_redirect_URI_without_a_client_is_an_error()
    {
        Assert.Equal("InvalidArgument", Session.RunError("Test-AuthleteCredential -RedirectUri $redirectUri").Id());
    }

    [Fact]
    public void A_server_that_fails_is_an_error_and_no_verdict()
    {
        Sandbox.Faults.Enqueue(Fault.Status(503), "/service/configuration");

        var result = Session.TryRun("Test-AuthleteCredential -Quiet");

        Assert.Empty(result.Output);
        Assert.Equal("HttpStatus503", Assert.Single(result.Errors).Id());
    }

    [Theory]
    [InlineData("{}", "UnexpectedAnswer")]
    [InlineData("""{"status":"UP"}""", "UnexpectedAnswer")]
    [InlineData("[]", "NotJson")]
    public void A_response_of_another_server_is_an_error_and_not_a_verdict(string answer, string id)
    {
        Sandbox.Faults.Enqueue(Fault.Status(200, answer), "/service/configuration");

        var result = Session.TryRun("Test-AuthleteCredential -Quiet");

        Assert.Empty(result.Output);
        var error = Assert.Single(result.Errors);
        Assert.Equal(id, error.Id());
        Assert.Contains("Check the base URI", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_calls_change_nothing()
    {
        Unconnected.Set("wrong", EngineSession.Credential("99", "wrong-secret-4711"));

        var calls = Sandbox.CallsDuring(() => Unconnected.TryRun("Test-AuthleteCredential -Credential $wrong -BaseUri $baseUri"));

        Assert.All(calls, call => Assert.Equal("GET", call.Method));
    }
}
