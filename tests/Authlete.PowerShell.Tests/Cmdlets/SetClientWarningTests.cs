using System;
using System.Linq;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Changes of a complete object that are made with a warning.</summary>
public sealed class SetClientWarningTests(NewerServerFixture fixture) : EngineTests<NewerServerFixture>(fixture)
{
    [Fact]
    public void Server_assigned_members_are_sent_unchanged()
    {
        Session.Run(
            Scripts.NewClient
                + "$secret = $client.ClientSecret; $client.SetMember('clientSecret', 'mine'); $client.SetMember('number', 0); $client.Description = 'x'"
        );

        var result = Session.TryRun("$client | Set-AuthleteClient");

        Assert.Equal(["clientSecret", "number"], result.Warnings.Select(warning => warning.Split(':')[0]).Order(StringComparer.Ordinal));
        var sent = Sandbox.LastBody("/client/update/" + Session.RunSingle("$client.ClientId"));
        Assert.Equal(Session.RunSingle("$secret").ToString(), (string?)sent["clientSecret"]);
        Assert.NotEqual(0, (int?)sent["number"]);
    }

    [Fact]
    public void Members_that_the_server_leaves_unchanged_are_a_warning()
    {
        var result = Session.TryRun(Scripts.NewClient + "Set-AuthleteClient $client.ClientId -Locked $true -Description x");

        Assert.Empty(result.Errors);
        Assert.StartsWith("locked: the server kept", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal("x", Assert.Single(result.Output).Text("Description"));
    }

    [Theory]
    [InlineData("-RedirectUris @()")]
    [InlineData("-LogoUri ''")]
    [InlineData("-PkceRequired $null")]
    [InlineData("-ClientNames @{ ja = 'x' }")]
    [InlineData("-CustomMetadata '{ \"b\": 2 }'")]
    [InlineData("-Extension @{ accessTokenDuration = 60 }")]
    public void Members_that_the_server_accepts_or_writes_differently_are_no_warning(string parameter)
    {
        Session.Run(Scripts.NewClient + "$null = Set-AuthleteService $serviceApiKey -SupportedCustomClientMetadata a, b");

        var result = Session.TryRun("Set-AuthleteClient $client.ClientId " + parameter);

        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings);
    }

    [Theory]
    [InlineData("Set-AuthleteClient $client.ClientId -Extension @{ accesTokenDuration = 5 }", "extension.accesTokenDuration")]
    [InlineData("New-AuthleteClient -InputObject @{ clientNam = 'x' }", "clientNam")]
    [InlineData(
        "New-AuthleteService -MtlsEndpointAliases @{ token_endpoint = 'https://m.example.com/token' }",
        "mtlsEndpointAliases.token_endpoint"
    )]
    public void A_field_that_the_module_does_not_know_in_what_a_person_wrote_is_a_warning(string script, string path)
    {
        Session.Run(Scripts.NewClient);

        Assert.StartsWith(path + ":", Assert.Single(Session.TryRun(script).Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_treats_empty_as_absent_causes_no_warning()
    {
        for (var i = 0; i < 2; i++)
        {
            Sandbox.Faults.Enqueue(Fault.Status(200, Answers.Client(81)), i == 0 ? "/client/get/81" : "/client/update/81");
        }

        var result = Session.TryRun("Set-AuthleteClient 81 -RedirectUris @() -Description ''");

        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings);
    }
}
