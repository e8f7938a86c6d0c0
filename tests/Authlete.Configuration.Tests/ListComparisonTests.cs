using System.Linq;
using Xunit;

namespace Authlete.Configuration.Tests;

/// <summary>Lists whose items have a key are compared item by item.</summary>
public sealed class ListComparisonTests
{
    [Theory]
    [InlineData("{\"value\":\"Shop\"}")]
    [InlineData("{\"tag\":\"\",\"value\":\"Shop\"}")]
    public void A_list_with_an_item_that_no_key_identifies_is_compared_as_a_whole(string item)
    {
        var server = new Server();
        server.Add(7, "\"clientName\":\"Shop\",\"clientNames\":[" + item + ",{\"tag\":\"en\",\"value\":\"Store\"}]");
        using var folder = new TemporaryFolder();
        server.Export(folder);
        folder.Replace("clients/shop.json", "Store", "Market");

        Assert.Equal(["clientNames"], server.Compare(folder).Select(difference => difference.Property));
    }
}
