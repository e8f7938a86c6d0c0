using System;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

[Collection(ProcessState.Name)]
public sealed class EnvironmentCredentialTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private readonly EnvironmentScope _environment = new();

    public override void Dispose()
    {
        base.Dispose();
        _environment.Dispose();
    }

    [Fact]
    public void The_environment_serves_a_session_without_a_connection()
    {
        SetService();
        SetOwner();

        Unconnected.Run("Get-AuthleteClient -First 1; Get-AuthleteService -First 1");
        Assert.Empty(Unconnected.Run("Get-AuthleteConnection"));
    }

    [Fact]
    public void Verbose_names_the_environment_variable_as_the_source()
    {
        SetService();

        var result = Unconnected.TryRun("Get-AuthleteClient -First 1 -Verbose");

        Assert.Contains(result.Verbose, line => line.Contains("AUTHLETE_SERVICE_APIKEY", StringComparison.Ordinal));
    }

    [Fact]
    public void A_wrong_key_is_traced_back_to_its_variable()
    {
        SetService();
        _environment.Set("AUTHLETE_SERVICE_APISECRET", "wrong-secret-4711");

        var error = Unconnected.RunError("Get-AuthleteClient");

        Assert.Equal("A003204", error.Id());
        Assert.Contains("AUTHLETE_SERVICE_APIKEY", error.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AUTHLETE_SERVICE_APISECRET", "AUTHLETE_SERVICE_APIKEY", "AUTHLETE_SERVICEOWNER")]
    [InlineData("AUTHLETE_SERVICEOWNER_APISECRET", "AUTHLETE_SERVICEOWNER_APIKEY", "AUTHLETE_SERVICE_")]
    public void With_both_credentials_it_is_the_variable_of_the_refused_one(string wrong, string named, string other)
    {
        SetService();
        SetOwner();
        _environment.Set(wrong, "wrong-secret-4711");

        var message = Unconnected.RunError("Connect-Authlete").Message();

        Assert.Contains(named, message, StringComparison.Ordinal);
        Assert.DoesNotContain(other, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Connect_without_parameters_takes_the_environment()
    {
        SetService();
        SetOwner();

        var connection = Unconnected.RunSingle("Connect-Authlete -PassThru");

        Assert.Equal(Sandbox.ServiceApiKey, connection.Value("ApiKey"));
        Assert.Equal(Sandbox.ServiceOwnerApiKey, connection.Value("ServiceOwnerApiKey"));
        Assert.Equal(Sandbox.BaseUri, connection.Value("BaseUri"));
        Assert.Contains("AUTHLETE_SERVICE_APIKEY", connection.Text("Source"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_and_the_default_connection_win_over_the_environment()
    {
        _environment
            .Set("AUTHLETE_SERVICE_APIKEY", "99")
            .Set("AUTHLETE_SERVICE_APISECRET", "secret")
            .Set("AUTHLETE_BASE_URL", Sandbox.BaseUri.ToString());

        Assert.Equal("A003201", Unconnected.RunError("Get-AuthleteClient").Id());
        Unconnected.Run("Get-AuthleteClient -First 1 -Credential $credential -BaseUri $baseUri");
        Unconnected.Run("Connect-Authlete $credential -BaseUri $baseUri; Get-AuthleteClient -First 1");
    }

    [Theory]
    [InlineData("Connect-Authlete $credential -SkipTest")]
    [InlineData("Connect-Authlete -ServiceOwnerCredential $ownerCredential -SkipTest")]
    [InlineData("Get-AuthleteClient -Credential $credential")]
    [InlineData("Test-AuthleteCredential -Credential $credential -Quiet")]
    public void A_credential_of_a_parameter_is_not_sent_to_a_host_that_is_guessed(string script)
    {
        _environment.Set("AUTHLETE_BASE_URL", Sandbox.BaseUri.ToString());

        var error = Unconnected.RunError(script);

        Assert.Equal("BaseUriAmbiguous", error.Id());
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Contains("-BaseUri " + Sandbox.BaseUri, error.Message(), StringComparison.Ordinal);
        Assert.Contains("-BaseUri https://api.authlete.com/api", error.Message(), StringComparison.Ordinal);
        Assert.Contains("AUTHLETE_BASE_URL", error.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://api.authlete.com/api")]
    [InlineData("https://api.authlete.com/api/")]
    [InlineData(null)]
    public void If_no_other_host_is_known_a_credential_parameter_uses_the_default_base_URI(string? baseUrl)
    {
        _environment.Set("AUTHLETE_BASE_URL", baseUrl);

        var connection = Unconnected.RunSingle("Connect-Authlete $credential -SkipTest -PassThru");

        Assert.Equal("https://api.authlete.com/api", connection.Value("BaseUri")!.ToString());
    }

    [Theory]
    [InlineData("Get-AuthleteClient", "")]
    [InlineData("Connect-Authlete -SkipTest", " ")]
    [InlineData("Connect-Authlete $credential -SkipTest", "")]
    [InlineData("Get-AuthleteClient -Credential $credential", "  ")]
    public void An_empty_base_URL_in_the_environment_is_an_error_and_not_the_default_host(string script, string baseUrl)
    {
        SetService();
        _environment.Set("AUTHLETE_BASE_URL", baseUrl);

        var error = Unconnected.RunError(script);

        Assert.Equal("EmptyBaseUri", error.Id());
        Assert.Contains("AUTHLETE_BASE_URL", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_Connect_blocks_the_environment()
    {
        SetService();

        Unconnected.RunError("Connect-Authlete -ServiceOwnerCredential $null");

        Assert.Equal("Disconnected", Unconnected.RunError("Get-AuthleteClient").Id());
        Unconnected.Run("Connect-Authlete; Get-AuthleteClient -First 1");
    }

    [Theory]
    [InlineData("AUTHLETE_SERVICE_APIKEY", "4711 ")]
    [InlineData("AUTHLETE_SERVICE_APISECRET", "'secret-4711'")]
    public void A_blank_or_quotes_in_a_variable_are_pointed_at_in_that_variable(string variable, string value)
    {
        SetService();
        _environment.Set(variable, value);

        var error = Unconnected.RunError("Get-AuthleteClient");

        Assert.Equal("MalformedCredential", error.Id());
        Assert.StartsWith("The environment variable " + variable + " ", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_secret_names_the_variable_of_the_secret_too()
    {
        SetService();
        _environment.Set("AUTHLETE_SERVICE_APISECRET", "wrong-secret-4711");

        Assert.Contains("AUTHLETE_SERVICE_APISECRET", Unconnected.RunError("Get-AuthleteClient").Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_credential_is_never_completed_from_another_source()
    {
        SetOwner();
        Unconnected.Run("Connect-Authlete $credential -BaseUri $baseUri");

        Assert.Equal("NoKeysInSource", Unconnected.RunError("Get-AuthleteService").Id());
    }

    [Fact]
    public void BaseUri_does_not_go_with_credentials_of_the_environment()
    {
        SetService();

        Assert.Equal("BaseUriWithoutCredential", Unconnected.RunError("Get-AuthleteClient -BaseUri $baseUri").Id());
        Assert.Equal("BaseUriWithoutCredential", Unconnected.RunError("Connect-Authlete -BaseUri $baseUri").Id());
    }

    [Fact]
    public void Disconnect_blocks_the_environment()
    {
        SetService();

        Unconnected.Run("Get-AuthleteClient -First 1; Disconnect-Authlete");

        Assert.Equal("Disconnected", Unconnected.RunError("Get-AuthleteClient").Id());
        Unconnected.Run("Connect-Authlete; Get-AuthleteClient -First 1");
    }

    [Theory]
    [InlineData("AUTHLETE_SERVICE_APIKEY", "Get-AuthleteClient", "API secret")]
    [InlineData("AUTHLETE_SERVICE_APISECRET", "Get-AuthleteClient", "API key")]
    [InlineData("AUTHLETE_SERVICEOWNER_APIKEY", "Get-AuthleteService", "API secret")]
    [InlineData("AUTHLETE_SERVICE_APIKEY", "Connect-Authlete", "API secret")]
    public void Half_a_credential_in_the_environment_is_an_error_that_names_the_other_half(string variable, string cmdlet, string missing)
    {
        _environment.Set(variable, "4711");

        var error = Unconnected.RunError(cmdlet);

        Assert.Equal("HalfCredential", error.Id());
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        Assert.Contains("no " + missing, error.Message(), StringComparison.Ordinal);
        Assert.Contains(variable, error.Message(), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_incomplete_owners_credential_does_not_affect_a_services_cmdlet()
    {
        SetService();
        _environment.Set("AUTHLETE_SERVICEOWNER_APIKEY", "4711");

        Unconnected.Run("Get-AuthleteClient -First 1");
    }

    [Fact]
    public void An_impossible_base_URL_in_the_environment_is_named()
    {
        SetService();
        _environment.Set("AUTHLETE_BASE_URL", "not a URL");

        var error = Unconnected.RunError("Get-AuthleteClient");

        Assert.Equal("InvalidBaseUri", error.Id());
        Assert.Contains("AUTHLETE_BASE_URL", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void Test_AuthleteCredential_recognizes_an_owners_credential_in_the_environment()
    {
        SetOwner();

        var result = Unconnected.RunSingle("Test-AuthleteCredential");

        Assert.Equal(true, result.Value("Valid"));
        Assert.Equal("ServiceOwner", result.Value("Kind"));
    }

    private void SetService() =>
        _environment
            .Set("AUTHLETE_SERVICE_APIKEY", Sandbox.ServiceApiKey)
            .Set("AUTHLETE_SERVICE_APISECRET", Sandbox.ServiceApiSecret)
            .Set("AUTHLETE_BASE_URL", Sandbox.BaseUri.ToString());

    private void SetOwner() =>
        _environment
            .Set("AUTHLETE_SERVICEOWNER_APIKEY", Sandbox.ServiceOwnerApiKey)
            .Set("AUTHLETE_SERVICEOWNER_APISECRET", Sandbox.ServiceOwnerApiSecret)
            .Set("AUTHLETE_BASE_URL", Sandbox.BaseUri.ToString());
}
