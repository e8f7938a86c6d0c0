using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Xunit;

namespace Authlete.ApiClient.Tests.Json;

/// <summary>A nested object is a part of its parent.</summary>
public sealed class NestedViewTests
{
    private const string Json =
        """{"a":1.0,"extension":{"new":[1.0],"requestableScopes":["x"]},"clientNames":[{"tag":"ja","value":"1","new":1.0},{"tag":"en","value":"2"}]}""";

    [Fact]
    public void Read_twice_it_is_the_same_object()
    {
        var client = JsonView.Parse<Client>(Json);

        Assert.Same(client.Extension, client.Extension);
        Assert.Same(client.Extension, client.GetMember("extension"));
        Assert.Same(client.ClientNames, client.ClientNames);
        Assert.Same(client.ClientNames![0], client.ClientNames[0]);
        Assert.Same(client.Extension!.RequestableScopes, client.Extension.RequestableScopes);
    }

    [Fact]
    public void Reading_it_changes_nothing()
    {
        var client = JsonView.Parse<Client>(Json);

        TypedProperties.ReadAll(client);

        Assert.Equal(Json, client.ToJson());
    }

    [Fact]
    public void Changing_it_changes_its_parent()
    {
        var client = JsonView.Parse<Client>(Json);

        client.ClientNames![0].Value = "changed";
        client.Extension!.SetMember("new", 2);

        Assert.Equal(
            """{"a":1.0,"extension":{"new":2,"requestableScopes":["x"]},"clientNames":[{"tag":"ja","value":"changed","new":1.0},{"tag":"en","value":"2"}]}""",
            client.ToJson()
        );
    }

    [Fact]
    public void Changing_it_three_levels_down_changes_its_parent()
    {
        var response = JsonView.Parse<AuthorizationResponse>(
            """{"ticket":"t","client":{"x":1.0,"extension":{"new":{"deep":[{"n":1.0}]}}}}"""
        );

        var unknown = (JsonView)response.Client!.Extension!.GetMember("new")!;
        ((JsonView)((object[])unknown.GetMember("deep")!)[0]).SetMember("n", 2);

        Assert.Equal("""{"ticket":"t","client":{"x":1.0,"extension":{"new":{"deep":[{"n":2}]}}}}""", response.ToJson());
    }

    [Fact]
    public void Two_changes_in_one_tree_are_both_written()
    {
        var client = JsonView.Parse<Client>(Json);

        client.Extension!.RequestableScopes![0] = "y";
        client.ClientName = "A";

        Assert.Equal(
            """{"a":1.0,"extension":{"new":[1.0],"requestableScopes":["y"]},"clientNames":[{"tag":"ja","value":"1","new":1.0},{"tag":"en","value":"2"}],"clientName":"A"}""",
            client.ToJson()
        );
    }

    [Fact]
    public void A_member_that_is_removed_after_its_parts_changed_is_removed()
    {
        var client = JsonView.Parse<Client>(Json);
        client.Extension!.SetMember("new", 2);

        client.Extension = null;

        Assert.DoesNotContain("extension", client.ToJson(), System.StringComparison.Ordinal);
        Assert.Null(client.Extension);
    }

    [Fact]
    public void One_view_can_be_a_part_of_two()
    {
        var from = JsonView.Parse<Client>(Json);
        var to = new Client { Extension = from.Extension };

        from.Extension!.SetMember("new", 2);

        Assert.Equal("""{"extension":{"new":2,"requestableScopes":["x"]}}""", to.ToJson());
    }

    [Fact]
    public void A_changed_copy_of_a_view_is_still_of_its_type_and_its_text_can_be_read_again()
    {
        var client = JsonView.Parse<Client>(Json);
        client.ClientNames![1].Tag = "de";

        var again = JsonView.Parse<Client>(client.ToJson());

        Assert.Equal("de", again.ClientNames![1].Tag);
        Assert.Equal(client.ToJson(), again.ToJson());
    }
}
