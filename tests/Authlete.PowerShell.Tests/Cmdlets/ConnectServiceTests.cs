using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class ConnectServiceTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private const string NewService =
        "Invoke-AuthleteApi /service/create POST -ServiceOwner -Body @{ serviceName = 'Another'; issuer = 'https://another.example.com'; supportedResponseTypes = @('CODE') }";

    [Fact]
    public void Each_service_of_the_pipeline_is_worked_with_over_its_own_connection()
    {
        Session.Run(NewService);

        var issuers = Session
            .Run("Get-AuthleteService | Connect-Authlete | ForEach-Object { (Get-AuthleteServiceConfiguration -Connection $_).issuer }")
            .Select(issuer => issuer.ToString())
            .ToList();

        Assert.Contains("https://as.example.com", issuers);
        Assert.Contains("https://another.example.com", issuers);
    }

    [Fact]
    public void A_disconnected_session_does_not_take_the_environment_for_the_owners()
    {
        Session.Run(
            "$service = [Authlete.ApiClient.Models.Service]::new(); $service.SetMember('apiKey', 1); $service.SetMember('apiSecret', 's')"
        );
        Session.Run("Disconnect-Authlete");

        Assert.Equal("Disconnected", Session.RunError("$service | Connect-Authlete -SkipTest").Id());
    }

    [Theory]
    [InlineData("[pscustomobject]@{ ApiKey = 1; ApiSecret = 'canary-4711' } | Connect-Authlete")]
    [InlineData("Connect-Authlete -Service @{ ApiKey = 1; ApiSecret = 'canary-4711' }")]
    [InlineData("'canary-4711' | Connect-Authlete")]
    public void An_object_that_is_no_service_is_rejected_and_not_shown(string script)
    {
        var error = Unconnected.RunError(script);

        Assert.Equal("WrongObject", error.Id());
        Assert.DoesNotContain("canary", error.CategoryInfo + error.Message() + error.TargetObject, StringComparison.Ordinal);
    }

    [Fact]
    public void It_writes_the_connection_and_sets_no_default()
    {
        var connection = Unconnected.RunSingle(
            "Get-AuthleteService -First 1 -Credential $ownerCredential -BaseUri $baseUri | Connect-Authlete"
        );

        Assert.Equal("Authlete.PowerShell.AuthleteConnection", connection.TypeName());
        Assert.Equal(Sandbox.ServiceApiKey, connection.Value("ApiKey"));
        Assert.Equal(Sandbox.BaseUri, connection.Value("BaseUri"));
        Assert.Empty(Unconnected.Run("Get-AuthleteConnection"));
    }

    [Theory]
    [InlineData(
        "New-AuthleteService -ServiceName Fresh -Issuer https://fresh.example.com -SupportedResponseTypes CODE -Credential $ownerCredential -BaseUri $baseUri"
    )]
    [InlineData("Set-AuthleteService $serviceApiKey -Description changed -Credential $ownerCredential -BaseUri $baseUri")]
    [InlineData("Set-AuthleteService $serviceApiKey -Credential $ownerCredential -BaseUri $baseUri")]
    public void A_service_that_was_made_or_changed_is_reached_where_that_was_done(string script)
    {
        Assert.Equal(Sandbox.BaseUri, Unconnected.RunSingle(script + " | Connect-Authlete -SkipTest").Value("BaseUri"));
    }

    [Fact]
    public void The_options_of_the_owners_connection_are_copied()
    {
        Unconnected.Run("$owner = Connect-Authlete -ServiceOwnerCredential $ownerCredential -BaseUri $baseUri -TimeoutSec 77 -PassThru");

        var connection = Unconnected.RunSingle("Get-AuthleteService -First 1 -Connection $owner | Connect-Authlete");

        Assert.Equal(77, connection.Value("TimeoutSec"));
        Assert.Equal(Sandbox.ServiceOwnerApiKey, connection.Value("ServiceOwnerApiKey"));
    }

    [Fact]
    public void The_settings_of_each_service_are_compared_with_the_owner_that_it_was_read_as()
    {
        Session.Run(NewService);

        var kinds = Session.Run(
            "$pair = @(Get-AuthleteService -First 2 | Connect-Authlete); Compare-AuthleteConfiguration -ReferenceConnection $pair[0] -DifferenceConnection $pair[1] | ForEach-Object Property"
        );

        Assert.Contains("issuer", kinds.Select(kind => kind?.ToString()));
    }

    [Fact]
    public void A_service_from_a_file_gets_no_owner()
    {
        Session.Run(
            "$service = [Authlete.ApiClient.Models.Service]::new(); $service.SetMember('apiKey', 1); $service.SetMember('apiSecret', 's')"
        );

        Assert.Null(Session.RunSingle("$service | Connect-Authlete -SkipTest").Value("ServiceOwnerApiKey"));
    }

    [Fact]
    public void A_service_that_is_refused_is_an_error_of_its_own_and_the_others_go_on()
    {
        Session.Run(NewService);

        var result = Session.TryRun(
            "$services = Get-AuthleteService; $services[0].SetMember('apiSecret', 'wrong-secret-4711'); $services | Connect-Authlete"
        );

        var error = Assert.Single(result.Errors);
        Assert.Equal("A003204", error.Id());
        Assert.Equal(Sandbox.ServiceApiKey, error.TargetObject);
        Assert.NotEmpty(result.Output);
    }

    [Fact]
    public void SkipTest_sends_nothing()
    {
        Session.Run("$services = Get-AuthleteService");

        Assert.Empty(Sandbox.CallsDuring(() => Session.Run("$services | Connect-Authlete -SkipTest")));
    }

    [Fact]
    public void A_service_object_without_keys_is_refused()
    {
        var error = Session.RunError("[Authlete.ApiClient.Models.Service]::new() | Connect-Authlete");

        Assert.Equal("ServiceWithoutKeys", error.Id());
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
    }

    [Fact]
    public void A_service_object_never_chooses_the_connection_of_a_services_cmdlet()
    {
        Session.Run(NewService);

        var calls = Sandbox.CallsDuring(() => Session.TryRun("Get-AuthleteService | ForEach-Object { $_ | Get-AuthleteClient }"));

        Assert.DoesNotContain(
            calls,
            call => call.Path.StartsWith("/api/client", StringComparison.Ordinal) && call.UserName != Sandbox.ServiceApiKey
        );
    }
}
