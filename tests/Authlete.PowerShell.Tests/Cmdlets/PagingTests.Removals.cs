using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed partial class PagingTests
{
    [Theory]
    [InlineData("-PageSize 5", 10, 18, 29)]
    [InlineData("-PageSize 5", 5, 20, 29)]
    [InlineData("-PageSize 3", 20, 0, 15)]
    [InlineData("-PageSize 100", 10, 18, 29)]
    public void No_object_is_written_twice_and_no_remaining_object_is_omitted(string parameters, int after, int from, int to)
    {
        var developer = $"gone-{after}-{from}-{to}-{parameters.Length}";
        Session.Set("developer", developer);
        Session.Run("$all = 1..30 | ForEach-Object { New-AuthleteClient -ClientName \"Client $_\" -Developer $developer }");

        var written = Session
            .Run(
                $$"""
                $i = 0
                Get-AuthleteClient -Developer $developer {{parameters}} | ForEach-Object {
                    $_.ClientId
                    if (++$i -eq {{after}}) { $all[{{from}}..{{to}}] | Remove-AuthleteClient -Confirm:$false }
                }
                """
            )
            .Select(id => (long)id.BaseObject)
            .ToList();

        Assert.Equal(written.Distinct(), written);
        Assert.Empty(
            Session.Run("$all.ClientId").Select(id => (long)id.BaseObject).Where((_, index) => index < from || index > to).Except(written)
        );
    }

    [Fact]
    public async Task A_long_list_that_loses_objects_at_every_request_is_written_whole_with_few_requests()
    {
        await using var server = new VanishingClients(2_000, goneAtEach: 20);
        Unconnected.Set("listUri", server.BaseUri);
        Unconnected.Run("Connect-Authlete $credential -BaseUri $listUri -SkipTest");

        var written = Unconnected.Run("Get-AuthleteClient | ForEach-Object ClientId").Select(id => (long)id.BaseObject).ToList();

        Assert.Equal(written.Distinct(), written);
        Assert.Empty(server.Remaining.Except(written));
        Assert.InRange(server.Requests, 15, 40);
    }

    [Fact]
    public void Skipped_objects_stay_skipped_if_others_are_removed_in_the_meantime()
    {
        Session.Run("$all = 1..30 | ForEach-Object { New-AuthleteClient -ClientName \"Client $_\" -Developer skipped }");

        Session.Run(
            """
            $i = 0
            $written = Get-AuthleteClient -Developer skipped -Skip 5 -PageSize 5 | ForEach-Object {
                $_.ClientId
                if (++$i -eq 5) { $all[20..29] | Remove-AuthleteClient -Confirm:$false }
            }
            """
        );

        Assert.Empty(Session.Run("$all[0..4].ClientId | Where-Object { $written -contains $_ }"));
        Assert.Equal(15, Session.Run("$written").Count);
    }

    [Fact]
    public void A_token_is_looked_for_page_by_page_until_it_is_found()
    {
        Session.Run(
            "$tokens = 1..30 | ForEach-Object { New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject sought -Scopes openid }"
        );

        var calls = Sandbox.CallsDuring(() =>
            Assert.Single(Session.Run("$tokens[12] | Get-AuthleteAccessToken -Subject sought -PageSize 10 -First 1"))
        );

        Assert.Equal(2, calls.Count);
    }
}
