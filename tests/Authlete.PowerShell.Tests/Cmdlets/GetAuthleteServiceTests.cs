using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class GetAuthleteServiceTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Fact]
    public void All_services_are_listed_with_the_owners_key()
    {
        var calls = Sandbox.CallsDuring(() =>
        {
            var service = Session.RunSingle("Get-AuthleteService");
            Assert.Equal("Authlete.ApiClient.Models.Service", service.TypeName());
            Assert.Equal("Sandbox", service.Value("ServiceName"));
            Assert.Equal(long.Parse(Sandbox.ServiceApiKey, System.Globalization.CultureInfo.InvariantCulture), service.Value("ApiKey"));
            Assert.Equal("https://as.example.com", service.Value("Issuer"));
            Assert.IsType<DateTimeOffset>(service.Value("CreatedAt"));
        });

        Assert.Equal(Sandbox.ServiceOwnerApiKey, Assert.Single(calls).UserName);
    }

    [Fact]
    public void A_service_is_returned_by_its_API_key()
    {
        var service = Session.RunSingle("Get-AuthleteService -ServiceApiKey $credential.UserName");

        Assert.Equal("Sandbox", service.Value("ServiceName"));
        Assert.Contains(
            "openid",
            Session.RunSingle("\"$((Get-AuthleteService).SupportedScopes.Name)\"").ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_key_comes_from_the_pipeline()
    {
        Assert.Equal("Sandbox", Session.RunSingle("(Get-AuthleteService | Get-AuthleteService).ServiceName").ToString());
        Assert.Equal(
            "Sandbox",
            Session.RunSingle("([pscustomobject]@{ ServiceApiKey = $credential.UserName } | Get-AuthleteService).ServiceName").ToString()
        );
    }

    [Fact]
    public void A_service_that_is_not_there_is_an_error()
    {
        var error = Session.RunError("Get-AuthleteService -ServiceApiKey 99");

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
        var result = Session.TryRun(
            "'99', $credential.UserName | ForEach-Object { [pscustomobject]@{ ApiKey = $_ } } | Get-AuthleteService"
        );

        Assert.Equal("A035201", Assert.Single(result.Errors).Id());
        Assert.Single(result.Output);
    }

    [Theory]
    [InlineData("''")]
    [InlineData("' '")]
    [InlineData("'..'")]
    [InlineData("'../client/get/list'")]
    [InlineData("'%2e%2e/client'")]
    public void A_key_that_can_be_no_part_of_a_path_is_refused_and_not_sent(string key)
    {
        var calls = Sandbox.CallsDuring(() => Assert.NotEmpty(Session.TryRun("Get-AuthleteService -ServiceApiKey " + key).Errors));

        Assert.Empty(calls);
    }

    [Fact]
    public void A_key_is_escaped_in_the_path()
    {
        var call = Sandbox.CallsDuring(() => Session.TryRun("Get-AuthleteService -ServiceApiKey 'client/get/list?x=1#'")).Single();

        Assert.StartsWith("/api/service/get/", call.Path, StringComparison.Ordinal);
        Assert.Equal("", call.Query);
    }
}
