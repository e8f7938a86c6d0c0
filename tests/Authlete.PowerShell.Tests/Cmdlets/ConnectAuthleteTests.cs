using System.Linq;
using System.Management.Automation;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class ConnectAuthleteTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Fact]
    public void It_sets_the_default_connection_and_writes_nothing()
    {
        Assert.Empty(Unconnected.Run("Connect-Authlete -Credential $credential -BaseUri $baseUri"));

        Assert.Equal("https://as.example.com", Unconnected.RunSingle("Get-AuthleteServiceConfiguration").Value("issuer"));
    }

    [Fact]
    public void PassThru_writes_the_connection()
    {
        var connection = Unconnected.RunSingle(
            "Connect-Authlete -Credential $credential -ServiceOwnerCredential $ownerCredential -BaseUri $baseUri -TimeoutSec 45 -SkipTest -PassThru"
        );

        Assert.Equal("Authlete.PowerShell.AuthleteConnection", connection.TypeName());
        Assert.Equal(Sandbox.BaseUri, connection.Value("BaseUri"));
        Assert.Equal(Sandbox.ServiceApiKey, connection.Value("ApiKey"));
        Assert.Equal(Sandbox.ServiceOwnerApiKey, connection.Value("ServiceOwnerApiKey"));
        Assert.Equal("the parameter -Credential", connection.Value("Source"));
        Assert.Equal(45, connection.Value("TimeoutSec"));
        Assert.Equal(false, connection.Value("IsClosed"));
    }

    [Fact]
    public void The_connection_shows_no_secret()
    {
        var connection = Unconnected.RunSingle(
            "Connect-Authlete $credential -ServiceOwnerCredential $ownerCredential -BaseUri $baseUri -SkipTest -PassThru"
        );

        var shown = connection + string.Join(" ", connection.Properties.Select(property => property.Value));
        Assert.DoesNotContain(Sandbox.ServiceApiSecret, shown, System.StringComparison.Ordinal);
        Assert.DoesNotContain(Sandbox.ServiceOwnerApiSecret, shown, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-BaseUri $null", "EmptyCredential")]
    [InlineData("-BaseUri $baseUri -Proxy foo", "InvalidProxy")]
    [InlineData("-BaseUri $baseUri -Proxy ''", "InvalidProxy")]
    [InlineData("-BaseUri $baseUri -Proxy ftp://127.0.0.1", "InvalidProxy")]
    [InlineData("-BaseUri $baseUri -Proxy 'http://user:canary-4711@127.0.0.1:9'", "InvalidProxy")]
    public void Contradicting_parameters_are_rejected_before_anything_is_sent(string parameters, string id)
    {
        var calls = Sandbox.CallsDuring(() =>
        {
            var error = Unconnected.RunError("Connect-Authlete -Credential $credential " + parameters);
            Assert.Equal(id, error.Id());
            Assert.DoesNotContain("canary", error.Message() + error.CategoryInfo, System.StringComparison.Ordinal);
        });

        Assert.Empty(calls);
        Assert.Empty(Unconnected.Run("Get-AuthleteConnection"));
    }

    [Fact]
    public void With_nothing_to_connect_with_the_error_names_the_ways_there_are()
    {
        var error = Unconnected.RunError("Connect-Authlete");

        Assert.Equal("NoCredential", error.Id());
        Assert.Contains("-ServiceOwnerSecretName", error.ToString(), System.StringComparison.Ordinal);
        Assert.DoesNotContain("-Connection", error.ToString(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void Each_credential_is_proved_with_one_call()
    {
        var calls = Sandbox.CallsDuring(() =>
            Unconnected.Run("Connect-Authlete -Credential $credential -ServiceOwnerCredential $ownerCredential -BaseUri $baseUri")
        );

        Assert.Equal(["/api/service/configuration", "/api/service/get/list"], calls.Select(call => call.Path));
        Assert.Equal([Sandbox.ServiceApiKey, Sandbox.ServiceOwnerApiKey], calls.Select(call => call.UserName));
        Assert.All(calls, call => Assert.Equal("GET", call.Method));
    }

    [Fact]
    public void SkipTest_sends_nothing()
    {
        Assert.Empty(Sandbox.CallsDuring(() => Unconnected.Run("Connect-Authlete -Credential $credential -BaseUri $baseUri -SkipTest")));
    }

    [Fact]
    public void A_failing_proof_names_the_key_and_where_it_came_from()
    {
        Session.Set("wrong", EngineSession.Credential(Sandbox.ServiceApiKey, "wrong-secret-4711"));

        var error = Session.RunError("Connect-Authlete -Credential $wrong -BaseUri $baseUri");

        Assert.Equal("A003204", error.Id());
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        Assert.Equal(Sandbox.ServiceApiKey, error.TargetObject);
        Assert.Contains("-Credential", error.Message(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_failing_proof_ends_the_command()
    {
        Unconnected.Set("wrong", EngineSession.Credential("99", "wrong-secret-4711"));

        Assert.Equal(
            "A003201",
            Unconnected.RunSingle("try { Connect-Authlete $wrong -BaseUri $baseUri } catch { $_.Exception.ResultCode }").ToString()
        );
        Assert.Empty(Unconnected.Run("Get-AuthleteConnection"));
    }

    [Theory]
    [InlineData("/service/configuration")]
    [InlineData("/service/get/list")]
    public void A_server_that_does_not_answer_as_Authlete_is_no_connection(string path)
    {
        Sandbox.Faults.Enqueue(Fault.Status(200, """{"status":"UP"}"""), path);

        var error = Unconnected.RunError(
            "Connect-Authlete -Credential $credential -ServiceOwnerCredential $ownerCredential -BaseUri $baseUri"
        );

        Assert.Equal("UnexpectedAnswer", error.Id());
        Assert.Contains("Check the base URI", error.Message(), System.StringComparison.Ordinal);
        Assert.Empty(Unconnected.Run("Get-AuthleteConnection"));
    }

    [Fact]
    public void A_wrong_credential_of_the_owner_is_refused_too()
    {
        Unconnected.Set("wrong", EngineSession.Credential(Sandbox.ServiceOwnerApiKey, "wrong-secret-4711"));

        var error = Unconnected.RunError("Connect-Authlete $credential -ServiceOwnerCredential $wrong -BaseUri $baseUri");

        Assert.Equal("A002205", error.Id());
        Assert.Equal(Sandbox.ServiceOwnerApiKey, error.TargetObject);
        Assert.Empty(Unconnected.Run("Get-AuthleteConnection"));
    }

    [Fact]
    public void The_owners_credential_alone_serves_the_owners_cmdlets_only()
    {
        Unconnected.Run("Connect-Authlete -ServiceOwnerCredential $ownerCredential -BaseUri $baseUri");

        Unconnected.Run("Get-AuthleteService -First 1");
        var error = Unconnected.RunError("Get-AuthleteClient");

        Assert.Equal("NoKeysInSource", error.Id());
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
    }

    [Fact]
    public void The_services_credential_alone_serves_the_services_cmdlets_only()
    {
        Unconnected.Run("Connect-Authlete -Credential $credential -BaseUri $baseUri");

        var error = Unconnected.RunError("Get-AuthleteService");

        Assert.Equal("NoKeysInSource", error.Id());
        Assert.Contains("-ServiceOwnerCredential", error.Message(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void SkipCertificateCheck_warns()
    {
        var result = Unconnected.TryRun("Connect-Authlete $credential -BaseUri $baseUri -SkipCertificateCheck");

        Assert.Contains("certificate", Assert.Single(result.Warnings), System.StringComparison.Ordinal);
        Assert.Equal(true, Unconnected.RunSingle("Get-AuthleteConnection").Value("SkipCertificateCheck"));
    }

    [Fact]
    public void Plain_http_to_another_machine_is_refused_unless_it_is_asked_for()
    {
        var error = Unconnected.RunError("Connect-Authlete $credential -BaseUri http://authlete.example.com/api -SkipTest");

        Assert.Equal("UnencryptedAuthentication", error.Id());
        Assert.Equal(ErrorCategory.SecurityError, error.CategoryInfo.Category);
        Unconnected.Run("Connect-Authlete $credential -BaseUri http://authlete.example.com/api -SkipTest -AllowUnencryptedAuthentication");
    }

    [Theory]
    [InlineData("ftp://authlete.example.com/api")]
    [InlineData("authlete.example.com/api")]
    [InlineData("/api")]
    [InlineData("https://max:canary-4711@authlete.example.com/api")]
    [InlineData("https://authlete.example.com/api?key=canary-4711")]
    [InlineData("https://authlete.example.com/api#canary-4711")]
    [InlineData("https://authlete.example.com/%2e%e%2e/api")]
    public void An_impossible_base_URI_is_refused_and_not_repeated(string baseUri)
    {
        Unconnected.Set("bad", baseUri);

        var error = Unconnected.RunError("Connect-Authlete $credential -BaseUri $bad -SkipTest");

        Assert.Equal("InvalidBaseUri", error.Id());
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Contains("-BaseUri", error.Message(), System.StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.Message(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_trailing_slash_of_the_base_URI_does_not_matter()
    {
        Unconnected.Run("Connect-Authlete $credential -BaseUri \"$baseUri/\"; Get-AuthleteClient -First 1");
    }

    [Fact]
    public void Verbose_says_which_source_won()
    {
        var result = Unconnected.TryRun("Connect-Authlete $credential -BaseUri $baseUri -Verbose");

        Assert.Contains(result.Verbose, line => line.Contains("the parameter -Credential", System.StringComparison.Ordinal));
    }
}
