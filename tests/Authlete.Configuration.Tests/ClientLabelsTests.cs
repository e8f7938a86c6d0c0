using System.Collections.Generic;
using System.Linq;
using Authlete.Configuration.Folder;
using CsCheck;
using Xunit;

namespace Authlete.Configuration.Tests;

public sealed class ClientLabelsTests
{
    private static readonly Gen<ClientName[]> s_clients = Gen.Select(
            Gen.OneOf(Gen.String, Gen.Const("Web Shop"), Gen.Const("con")),
            Gen.OneOf(Gen.String, Gen.Const("Web-Shop"), Gen.Const(new string('x', 300)))
        )
        .Array[0, 20]
        .Select(names => names.Select((name, index) => new ClientName(index + 1, name.Item1, name.Item2)).ToArray());

    [Theory]
    [InlineData(null, "Web Shop", "web-shop")]
    [InlineData("My_App", "Web Shop", "my-app")]
    [InlineData(null, "  --Shop (new)! ", "shop-new")]
    [InlineData(null, "店", "client-1")]
    [InlineData(null, null, "client-1")]
    [InlineData(null, "LPT1", "client-lpt1")]
    [InlineData("../../etc", null, "etc")]
    public void A_label_is_made_of_the_alias_or_the_name_or_the_id(string? alias, string? name, string label) =>
        Assert.Equal(label, ClientLabels.Choose([new ClientName(1, alias, name)], new Dictionary<string, long>())[1]);

    [Fact]
    public void Clashes_are_numbered_by_ascending_id_and_known_labels_stay()
    {
        var labels = ClientLabels.Choose(
            [new ClientName(9, null, "Shop"), new ClientName(3, null, "shop"), new ClientName(5, null, "Anything")],
            new Dictionary<string, long> { ["Shop-2"] = 5 }
        );

        Assert.Equal(("shop", "Shop-2", "shop-3"), (labels[3], labels[5], labels[9]));
    }

    [Fact]
    public void Labels_are_valid_and_unique_without_regard_to_case() =>
        s_clients.Sample(
            clients =>
            {
                var labels = ClientLabels.Choose(clients, new Dictionary<string, long>()).Values.ToList();
                Assert.All(labels, label => Assert.True(ClientLabels.IsValid(label), label));
                Assert.Equal(clients.Length, labels.Distinct(System.StringComparer.OrdinalIgnoreCase).Count());
            },
            iter: 500
        );
}
