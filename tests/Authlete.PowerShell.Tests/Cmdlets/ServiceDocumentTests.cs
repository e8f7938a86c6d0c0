using System;
using System.Management.Automation;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class ServiceDocumentTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Fact]
    public void The_configuration_is_the_discovery_metadata_under_its_own_names()
    {
        var metadata = Session.RunSingle("Get-AuthleteServiceConfiguration");

        Assert.Equal("Authlete.ApiClient.Json.JsonView", metadata.TypeName());
        Assert.Equal("https://as.example.com", metadata.Value("issuer"));
        Assert.Equal("https://as.example.com/token", metadata.Value("token_endpoint"));
        Assert.Equal("True", Session.RunSingle("(Get-AuthleteServiceConfiguration).response_types_supported -contains 'code'").ToString());
    }

    [Fact]
    public void Pretty_and_a_patch_go_into_the_query()
    {
        var calls = Sandbox.CallsDuring(() =>
            Session.TryRun("Get-AuthleteServiceConfiguration -Pretty -Patch @([ordered]@{ op = 'add'; path = '/x'; value = 'a b' })")
        );

        var query = Uri.UnescapeDataString(Assert.Single(calls).Query);
        Assert.Contains("pretty=true", query, StringComparison.Ordinal);
        Assert.Contains("""patch=[{"op":"add","path":"/x","value":"a b"}]""", query, StringComparison.Ordinal);
    }

    [Fact]
    public void A_patch_as_text_is_sent_as_it_is()
    {
        var calls = Sandbox.CallsDuring(() => Session.TryRun("Get-AuthleteServiceConfiguration -Patch '[ ]'"));

        Assert.Equal("?patch=[ ]", Uri.UnescapeDataString(Assert.Single(calls).Query));
    }

    [Fact]
    public void The_JWK_Set_has_only_public_keys_unless_private_keys_are_requested()
    {
        Assert.NotEmpty(Session.Run("(Get-AuthleteServiceJwkSet).Keys | ForEach-Object { $_.kid }"));
        Assert.DoesNotContain("\"d\":", Session.RunSingle("(Get-AuthleteServiceJwkSet).ToJson()").ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "\"d\":",
            Session.RunSingle("(Get-AuthleteServiceJwkSet -IncludePrivateKeys).ToJson()").ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_keys_of_a_JWK_set_bring_their_members_along()
    {
        var set = Session.RunSingle("Get-AuthleteServiceJwkSet");

        Assert.Equal("Authlete.ApiClient.Models.ServiceJwksGetResponse", set.TypeName());
        Assert.All(
            Assert.IsType<object[]>(set.Properties["Keys"].Value),
            key => Assert.NotNull(Assert.IsType<PSObject>(key).Properties["kty"].Value)
        );
    }

    [Theory]
    [InlineData("Get-AuthleteServiceConfiguration")]
    [InlineData("Get-AuthleteServiceJwkSet")]
    public void The_type_is_the_one_that_the_cmdlet_declares(string cmdlet)
    {
        var declared = Session.RunSingle("(Get-Command " + cmdlet + ").OutputType.Name").ToString();

        Assert.Equal(declared, Session.RunSingle(cmdlet).TypeName());
    }

    [Fact]
    public void ToJson_of_a_pretty_JWK_set_is_indented_as_it_came()
    {
        Assert.Contains("\n", Session.RunSingle("(Get-AuthleteServiceJwkSet -Pretty).ToJson()").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_without_keys_is_a_warning_and_nothing_else()
    {
        Session.Run(
            """
            $service = Invoke-AuthleteApi /service/create POST -ServiceOwner -Body @{ serviceName = 'Without keys'; issuer = 'https://none.example.com'; supportedResponseTypes = @('CODE') }
            $connection = Get-AuthleteService -ServiceApiKey $service.apiKey | Connect-Authlete
            """
        );

        var result = Session.TryRun("Get-AuthleteServiceJwkSet -Connection $connection");

        Assert.Empty(result.Errors);
        Assert.Empty(result.Output);
        Assert.Contains("no JWK Set", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void No_content_where_a_document_is_usual_is_an_error()
    {
        Sandbox.Faults.Enqueue(Fault.NoContent(), "/service/configuration");

        Assert.Equal("NoContent", Session.RunError("Get-AuthleteServiceConfiguration").Id());
    }
}
