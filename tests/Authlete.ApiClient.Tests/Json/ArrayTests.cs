using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Xunit;

namespace Authlete.ApiClient.Tests.Json;

/// <summary>Arrays that were read can be modified in place.</summary>
public sealed class ArrayTests
{
    [Fact]
    public void A_string_changed_in_place_is_written()
    {
        var client = JsonView.Parse<Client>("""{"redirectUris":["a","b"],"n":1.0}""");

        client.RedirectUris![1] = "c";

        Assert.Equal("""{"redirectUris":["a","c"],"n":1.0}""", client.ToJson());
    }

    [Fact]
    public void A_string_changed_to_null_and_back_is_written_so()
    {
        var client = JsonView.Parse<Client>("""{"redirectUris":["a",null]}""");

        client.RedirectUris![0] = null;
        Assert.Equal("""{"redirectUris":[null,null]}""", client.ToJson());

        client.RedirectUris[0] = "a";
        client.RedirectUris[1] = "b";
        Assert.Equal("""{"redirectUris":["a","b"]}""", client.ToJson());
    }

    [Fact]
    public void An_array_of_unknown_name_changed_in_place_is_written()
    {
        var view = JsonView.Parse("""{"new":[1,"b",[true,null]]}""");

        var items = (object?[])view.GetMember("new")!;
        items[0] = 2;
        ((object?[])items[2]!)[1] = "x";

        Assert.Equal("""{"new":[2,"b",[true,"x"]]}""", view.ToJson());
    }

    [Fact]
    public void A_list_read_as_a_member_and_then_as_a_property_can_be_changed_through_either()
    {
        var client = JsonView.Parse<Client>("""{"redirectUris":["a","b"]}""");
        var member = (object?[])client.GetMember("redirectUris")!;
        var property = client.RedirectUris!;

        property[0] = "c";
        member[1] = "d";

        Assert.Equal("""{"redirectUris":["c","d"]}""", client.ToJson());
    }

    [Fact]
    public void Views_swapped_in_place_are_written_so()
    {
        var client = JsonView.Parse<Client>("""{"clientNames":[{"tag":"ja","n":1.0},{"tag":"en"}]}""");
        var names = client.ClientNames!;

        (names[0], names[1]) = (names[1], names[0]);

        Assert.Equal("""{"clientNames":[{"tag":"en"},{"tag":"ja","n":1.0}]}""", client.ToJson());
    }

    [Fact]
    public void A_view_replaced_in_place_is_written()
    {
        var client = JsonView.Parse<Client>("""{"clientNames":[{"tag":"ja"},{"tag":"en"}]}""");

        client.ClientNames![0] = new TaggedValue { Tag = "de" };

        Assert.Equal("""{"clientNames":[{"tag":"de"},{"tag":"en"}]}""", client.ToJson());
    }

    [Fact]
    public void A_view_replaced_by_null_in_place_is_written_as_null()
    {
        var client = JsonView.Parse<Client>("""{"clientNames":[{"tag":"ja"},{"tag":"en"}]}""");

        client.ClientNames![0] = null!;

        Assert.Equal("""{"clientNames":[null,{"tag":"en"}]}""", client.ToJson());
    }

    [Fact]
    public void Setting_another_array_replaces_the_one_that_was_read()
    {
        var client = JsonView.Parse<Client>("""{"redirectUris":["a"],"n":1.0}""");
        client.RedirectUris![0] = "lost";

        client.RedirectUris = ["b", "c"];

        Assert.Equal("""{"redirectUris":["b","c"],"n":1.0}""", client.ToJson());
        Assert.Equal(["b", "c"], client.RedirectUris);
    }

    [Fact]
    public void An_array_that_was_set_can_be_changed_in_place_too()
    {
        var client = new Client { RedirectUris = ["a"] };

        client.RedirectUris[0] = "b";

        Assert.Equal("""{"redirectUris":["b"]}""", client.ToJson());
    }

    [Fact]
    public void An_array_set_as_plain_values_can_be_changed_in_place_through_its_property()
    {
        var client = new Client();
        client.SetMember("redirectUris", new object[] { "a" });

        client.RedirectUris![0] = "b";

        Assert.Equal("""{"redirectUris":["b"]}""", client.ToJson());
    }

    [Theory]
    [InlineData("""["\ud800","x"]""", """["\ud800","changed"]""")]
    [InlineData("""["\/","x"]""", """["\/","changed"]""")]
    [InlineData("""[1,"x"]""", """[1,"changed"]""")]
    [InlineData("""[1.50,"x"]""", """[1.50,"changed"]""")]
    [InlineData("""[{"a":1.0},"x"]""", """[{"a":1.0},"changed"]""")]
    public void The_items_that_were_not_changed_stay_as_they_came(string received, string written)
    {
        var client = JsonView.Parse<Client>($$"""{"redirectUris":{{received}}}""");

        client.RedirectUris![1] = "changed";

        Assert.Equal($$"""{"redirectUris":{{written}}}""", client.ToJson());
    }

    [Theory]
    [InlineData("[1e400,1]", "[1e400,2]")]
    [InlineData("[0.1234567890123456789012345678901234567890,1]", "[0.1234567890123456789012345678901234567890,2]")]
    [InlineData("[1e2,1]", "[1e2,2]")]
    [InlineData("[\"\\u0041\",1]", "[\"\\u0041\",2]")]
    public void The_items_of_an_unknown_array_that_were_not_changed_stay_as_they_came(string received, string written)
    {
        var view = JsonView.Parse($$"""{"new":{{received}}}""");

        ((object?[])view.GetMember("new")!)[1] = 2;

        Assert.Equal($$"""{"new":{{written}}}""", view.ToJson());
    }

    [Fact]
    public void A_single_string_read_as_an_array_can_be_changed_in_place()
    {
        var client = JsonView.Parse<Client>("""{"redirectUris":"a"}""");

        client.RedirectUris![0] = "b";

        Assert.Equal("b", Assert.Single(JsonView.Parse<Client>(client.ToJson()).RedirectUris!));
    }
}
