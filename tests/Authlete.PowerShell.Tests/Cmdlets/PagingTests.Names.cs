using System.Linq;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed partial class PagingTests
{
    [Theory]
    [InlineData(
        "-Name 'Client 1*'",
        "Client 1",
        "Client 10",
        "Client 11",
        "Client 12",
        "Client 13",
        "Client 14",
        "Client 15",
        "Client 16",
        "Client 17",
        "Client 18",
        "Client 19"
    )]
    [InlineData("-Name 'client 1?' -First 2", "Client 10", "Client 11")]
    [InlineData("-Name 'Client 1?' -Skip 8", "Client 18", "Client 19")]
    [InlineData("-Name 'Client 1?' -Skip 3 -First 2", "Client 13", "Client 14")]
    [InlineData("-Name 'Client 3', '*25'", "Client 3", "Client 25")]
    [InlineData("-Name 'Client [12]'", "Client 1", "Client 2")]
    [InlineData("-Name nobody")]
    public void A_name_chooses_clients_with_wildcards(string parameters, params string[] names)
    {
        using var session = WithClients();

        Assert.Equal(
            names,
            session
                .Run("Get-AuthleteClient -Developer many -PageSize 4 " + parameters + " | ForEach-Object ClientName")
                .Select(name => name.ToString())
        );
    }

    [Fact]
    public void A_client_without_a_name_fits_a_pattern_for_anything_only()
    {
        Session.Run("$null = New-AuthleteClient -Developer nameless");

        Assert.Single(Session.Run("Get-AuthleteClient -Developer nameless -Name *"));
        Assert.Empty(Session.Run("Get-AuthleteClient -Developer nameless -Name ?*"));
    }

    [Fact]
    public void A_name_chooses_services_too()
    {
        Session.Run(
            "$null = New-AuthleteService -ServiceName 'Named service' -Issuer https://named.example.com -SupportedResponseTypes CODE"
        );

        Assert.Equal("Named service", Session.RunSingle("Get-AuthleteService -Name named* | ForEach-Object ServiceName").ToString());
    }

    [Theory]
    [InlineData("Get-AuthleteClient 1 -Name x")]
    [InlineData("Get-AuthleteClient -Name ''")]
    [InlineData("Get-AuthleteClient -Name $null")]
    public void A_name_that_can_not_be_meant_is_refused(string script)
    {
        Assert.NotEmpty(Session.TryRun(script).Errors);
    }
}
