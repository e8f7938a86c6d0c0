using System.Linq;
using Authlete.ApiClient.Transport;
using Authlete.Tests.Shared;
using Xunit;

namespace Authlete.ApiClient.Tests.Folders;

public sealed class FolderTests
{
    private const string Samples = "Authlete.ApiClient.Tests.Folders.Samples.";

    [Fact]
    public void The_folders_of_the_client_use_each_other_one_way()
    {
        var folders = new FolderDependencies(typeof(AuthleteApi).Assembly.Location, "Authlete.ApiClient");

        Assert.Contains(folders.Uses, use => use.StartsWith("Transport -> Json: ", System.StringComparison.Ordinal));
        Assert.Empty(folders.FindCircles());
    }

    [Theory]
    [InlineData("ByBase")]
    [InlineData("ByInterface")]
    [InlineData("ByConstraint")]
    [InlineData("ByField")]
    [InlineData("BySignature")]
    [InlineData("ByAttribute")]
    [InlineData("ByAttributeArgument")]
    [InlineData("ByBody")]
    [InlineData("ByTypeArgument")]
    [InlineData("ByLambda")]
    [InlineData("ByNestedType")]
    public void Every_way_of_using_a_type_is_seen(string user)
    {
        var uses = new FolderDependencies(typeof(FolderTests).Assembly.Location, Samples + user).Uses;

        Assert.Contains(uses, use => use == "Above -> Below: User uses Used");
    }

    [Fact]
    public void A_circle_is_reported_with_the_types_that_make_it_and_what_hangs_on_it_is_not()
    {
        var circles = new FolderDependencies(typeof(FolderTests).Assembly.Location, Samples + "Circle").FindCircles();

        Assert.Equal(
            ["One -> Two: First uses Second", "Three -> One: Third uses First", "Two -> Three: Second uses Third"],
            circles.Order()
        );
    }
}
