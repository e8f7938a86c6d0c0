using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Xunit;

namespace Authlete.ApiClient.Tests.Json;

/// <summary>Unmodified members are written as received.</summary>
public sealed class AsReceivedTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "clientName" : "A" ,  "clientId":1 }""")]
    [InlineData("{\n\t\"clientName\": \"A\"\r\n}")]
    [InlineData("""{"clientName":null,"description":"","contacts":[],"contacts2":[null],"extension":{}}""")]
    [InlineData("""{"n":[1.0,1.00,1e0,1E+2,-0,-0.0,9223372036854775808,1e400,0.1234567890123456789012345678901234567890]}""")]
    [InlineData("""{"clientName":"\u0041\/\ud83d\ude00😀\u2028"}""")]
    [InlineData("""{"z":1,"a":2,"clientName":"x","B":3}""")]
    [InlineData("""{"clientName":"first","clientName":"second","clientName":"third"}""")]
    [InlineData("""{"client\u004eame":"A","\u00e4":1,"ä":2}""")]
    [InlineData("""{"clientName":"\ud800","contacts":["\udc00"]}""")]
    [InlineData(
        """{"extension":{"requestableScopes":["a"],"new":{"deep":[{"deeper":1.50}]}},"clientNames":[{"tag":"ja","value":"x","new":null}]}"""
    )]
    public void An_object_byte_for_byte(string json)
    {
        Assert.Equal(json, JsonView.Parse<Client>(json).ToJson());
        Assert.Equal(json, JsonView.Parse(json).ToJson());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[1, 2]")]
    [InlineData("\"text\"")]
    [InlineData("1e400")]
    [InlineData("true")]
    [InlineData("null")]
    public void Any_other_value_byte_for_byte(string json)
    {
        Assert.Equal(json, JsonView.Parse(json).ToJson());
    }

    [Fact]
    public void Without_the_space_around_it()
    {
        Assert.Equal("{}", JsonView.Parse(" \r\n{}\t").ToJson());
    }

    [Fact]
    public void A_new_view_is_an_empty_object()
    {
        Assert.Equal("{}", new JsonView().ToJson());
        Assert.Equal("{}", new Client().ToJson());
        Assert.Empty(new Client().GetMemberNames());
    }

    [Fact]
    public void The_text_that_was_parsed_is_not_held_by_reference_to_the_caller()
    {
        var first = JsonView.Parse("""{"a":1}""");
        JsonView.Parse("""{"a":2}""");

        Assert.Equal("""{"a":1}""", first.ToJson());
    }

    [Fact]
    public void Null_absent_and_empty_are_distinguished()
    {
        var client = JsonView.Parse<Client>("""{"clientName":null,"description":"","contacts":[],"redirectUris":null}""");

        Assert.Null(client.ClientName);
        Assert.Equal("", client.Description);
        Assert.Empty(client.Contacts!);
        Assert.Null(client.RedirectUris);
        Assert.Null(client.Developer);
        Assert.Equal(["clientName", "description", "contacts", "redirectUris"], client.GetMemberNames());
        Assert.True(client.HasMember("clientName"));
        Assert.False(client.HasMember("developer"));
    }

    [Fact]
    public void Members_without_property_are_known_as_such_at_any_depth()
    {
        Assert.False(
            JsonView
                .Parse<Client>("""{"clientName":"a","extension":{"requestableScopes":[]},"clientNames":[{"tag":"a"}]}""")
                .HoldsUnknownMembers()
        );
        Assert.True(JsonView.Parse<Client>("""{"clientName":"a","new":1}""").HoldsUnknownMembers());
        Assert.True(JsonView.Parse<Client>("""{"extension":{"new":1}}""").HoldsUnknownMembers());
        Assert.True(JsonView.Parse<Client>("""{"clientNames":[{"tag":"a"},{"new":1}]}""").HoldsUnknownMembers());
        Assert.Equal(["new"], JsonView.Parse<Client>("""{"clientId":1,"new":1,"clientName":"a"}""").GetUnknownMemberNames());
    }

    [Fact]
    public void Members_out_of_the_usual_order_are_found_too()
    {
        const string json = """{"userInfoSignAlg":null,"applicationType":null,"number":null,"clientId":null,"attributes":null}""";

        Assert.False(JsonView.Parse<Client>(json).HoldsUnknownMembers());
    }
}
