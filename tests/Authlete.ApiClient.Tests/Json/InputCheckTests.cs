using System;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Xunit;

namespace Authlete.ApiClient.Tests.Json;

/// <summary>Input that a user wrote is checked against the types of the API. Responses aren't.</summary>
public sealed class InputCheckTests
{
    [Theory]
    [InlineData("""{"clientName":5}""", "clientName: a string is expected, but it is a number.")]
    [InlineData("""{"locked":"true"}""", "locked: true or false is expected, but it is a string.")]
    [InlineData("""{"defaultMaxAge":true}""", "defaultMaxAge: a number is expected, but it is true or false.")]
    [InlineData("""{"createdAt":"2026-01-01"}""", "createdAt: a number since 1970-01-01 UTC is expected, but it is a string.")]
    [InlineData("""{"redirectUris":{}}""", "redirectUris: an array is expected, but it is an object.")]
    [InlineData("""{"redirectUris":["a",1]}""", "redirectUris[1]: a string is expected, but it is a number.")]
    [InlineData("""{"clientId":1.5}""", "clientId: a whole number is expected, but this one has a fraction or is too large.")]
    [InlineData("""{"clientId":1e26}""", "clientId: a whole number is expected, but this one has a fraction or is too large.")]
    [InlineData(
        """{"defaultMaxAge":2147483648}""",
        "defaultMaxAge: a whole number is expected, but this one has a fraction or is too large."
    )]
    [InlineData(
        """{"extension":{"accessTokenDuration":0.5}}""",
        "extension.accessTokenDuration: a whole number is expected, but this one has a fraction or is too large."
    )]
    [InlineData("""{"createdAt":1.5}""", "createdAt: a whole number is expected, but this one has a fraction or is too large.")]
    [InlineData("""{"extension":[]}""", "extension: an object is expected, but it is an array.")]
    [InlineData("""{"extension":{"requestableScopes":"a"}}""", "extension.requestableScopes: an array is expected, but it is a string.")]
    [InlineData(
        """{"clientNames":[{"tag":"ja","value":null},{"tag":1}]}""",
        "clientNames[1].tag: a string is expected, but it is a number."
    )]
    [InlineData("""{"ClientName":"x"}""", "ClientName: in the API's JSON this is clientName. To get the JSON of an object, use ToJson().")]
    public void Says_which_member_what_was_expected_and_what_came(string json, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => JsonView.Parse<Client>(json).CheckInput()).Message);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"clientName":null,"redirectUris":null,"extension":null,"locked":null}""")]
    [InlineData("""{"newField":{"clientName":5},"grantTypes":["BRAND_NEW"],"clientId":1234567890123456789,"defaultMaxAge":6e1}""")]
    [InlineData("""{"clientName":"x","ClientName":5}""")]
    [InlineData("""{"\ud800":1,"clientName":"x"}""")]
    public void Takes_what_the_API_could_send(string json) => JsonView.Parse<Client>(json).CheckInput();

    [Fact]
    public void A_copy_is_the_same_JSON_and_another_object()
    {
        var original = JsonView.Parse<Client>("""{"clientName":"a","newField":1E+2}""");
        original.Description = "b";

        var copy = JsonView.Copy(original);
        copy.ClientName = "c";

        Assert.Equal("""{"clientName":"a","newField":1E+2,"description":"b"}""", original.ToJson());
        Assert.Equal("""{"clientName":"c","newField":1E+2,"description":"b"}""", copy.ToJson());
    }

    [Fact]
    public void Removed_members_are_known_unless_they_never_existed()
    {
        var client = JsonView.Parse<Client>("""{"clientName":"a","locked":false}""");
        client.Description = "b";
        client.Locked = null;
        client.Description = null;
        client.RemoveMember("contacts");

        Assert.Equal(["locked"], client.GetRemovedMembers());
        client.Locked = true;
        Assert.Empty(client.GetRemovedMembers());
    }

    [Fact]
    public void Only_settings_have_server_managed_members()
    {
        Assert.Contains("clientSecret", new Client().GetServerManagedMembers());
        Assert.Contains("apiKey", new Service().GetServerManagedMembers());
        Assert.DoesNotContain("supportedAcrs", new Service().GetServerManagedMembers());
        Assert.Empty(new TokenResponse().GetServerManagedMembers().Concat(new JsonView().GetServerManagedMembers()));
    }
}
