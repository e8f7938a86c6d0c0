using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class GetAuthleteServiceTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Fact]
    public void All_services_are_listed_with_the_owners_key()
    {
        using var session = EngineSession.Connected(fixture.Server);

        var calls = fixture.Server.CallsDuring(() =>
        {
            var service = session.RunSingle("Get-AuthleteService");
            Assert.Equal("Authlete.ApiClient.Models.Service", service.TypeName());
            Assert.Equal("Sandbox", service.Value("ServiceName"));
            Assert.Equal(long.Parse(fixture.Server.ServiceApiKey, System.Globalization.CultureInfo.InvariantCulture), service.Value("ApiKey"));
            Assert.Equal("https://as.example.com", service.Value("Issuer"));
            Assert.IsType<DateTimeOffset>(service.Value("CreatedAt"));
        });

        Assert.Equal(fixture.Server.ServiceOwnerApiKey, Assert.Single(calls).UserName);
    }

    [Fact]
    public void One_service_is_got_by_its_key()
    {
        using var session = EngineSession.Connected(fixture.Server);

        var service = session.RunSingle("Get-AuthleteService -ServiceApiKey $credential.UserName");

        Assert.Equal("Sandbox", service.Value("ServiceName"));
        Assert.Contains("openid", session.RunSingle("\"$((Get-AuthleteService).SupportedScopes.Name)\"").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_comes_from_the_pipeline()
    {
        using var session = EngineSession.Connected(fixture.Server);

        Assert.Equal("Sandbox", session.RunSingle("(Get-AuthleteService | Get-AuthleteService).ServiceName").ToString());
        Assert.Equal("Sandbox", session.RunSingle("([pscustomobject]@{ ServiceApiKey = $credential.UserName } | Get-AuthleteService).ServiceName").ToString());
    }

    [Fact]
    public void A_service_that_is_not_there_is_an_error()
    {
        using var session = EngineSession.Connected(fixture.Server);

        var error = session.RunError("Get-AuthleteService -ServiceApiKey 99");

        Assert.Equal("A035201", error.Id());
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal("99", error.TargetObject);
        Assert.Equal(404, error.OfException("StatusCode"));
        Assert.Equal("GET", error.OfException("Method"));
        Assert.Equal("/service/get/{serviceApiKey}", error.OfException("Uri"));
    }

    [Fact]
    public void One_key_that_is_not_there_does_not_stop_the_others()
    {
        using var session = EngineSession.Connected(fixture.Server);

        var result = session.TryRun("'99', $credential.UserName | ForEach-Object { [pscustomobject]@{ ApiKey = $_ } } | Get-AuthleteService");

        Assert.Equal("A035201", Assert.Single(result.Errors).Id());
        Assert.Single(result.Output);
    }

    [Theory]
    [InlineData("''")]
    [InlineData("' '")]
    [InlineData("'..'")]
    public void A_key_that_can_be_no_part_of_a_path_is_refused_and_not_sent(string key)
    {
        using var session = EngineSession.Connected(fixture.Server);

        var calls = fixture.Server.CallsDuring(() => Assert.NotEmpty(session.TryRun("Get-AuthleteService -ServiceApiKey " + key).Errors));

        Assert.Empty(calls);
    }

    [Fact]
    public void A_key_is_escaped_in_the_path()
    {
        using var session = EngineSession.Connected(fixture.Server);

        var call = fixture.Server.CallsDuring(() => session.TryRun("Get-AuthleteService -ServiceApiKey '../client/get/list?x=1#'")).Single();

        Assert.StartsWith("/api/service/get/", call.Path, StringComparison.Ordinal);
        Assert.Equal("", call.Query);
    }
}
