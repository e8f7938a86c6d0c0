using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Xunit;

namespace Authlete.ApiClient.Tests.Json;

public sealed class EnumeratedMembersTests
{
    [Theory]
    [InlineData(
        """{"clientType":"public","clientName":"public","number":1.0}""",
        """{"clientType":"PUBLIC","clientName":"public","number":1.0}"""
    )]
    [InlineData("""{"grantTypes":["implicit",null,"PASSWORD",5]}""", """{"grantTypes":["IMPLICIT",null,"PASSWORD",5]}""")]
    [InlineData("""{"grantTypes":["PASSWORD"],"clientType":null}""", """{"grantTypes":["PASSWORD"],"clientType":null}""")]
    public void Values_in_another_case_get_the_APIs_spelling(string json, string expected)
    {
        var client = JsonView.Parse<Client>(json);

        Assert.Empty(EnumeratedMembers.Normalize(client));

        Assert.Equal(expected, client.ToJson());
    }

    [Fact]
    public void Parts_of_the_object_have_such_members_too()
    {
        var service = JsonView.Parse<Service>("""{"developerSnsCredentials":[{"sns":"facebook","apiKey":"k"},{"sns":"newest"}]}""");

        var unknown = Assert.Single(EnumeratedMembers.Normalize(service));

        Assert.Equal("developerSnsCredentials[1].sns", unknown.Member);
        Assert.Equal("newest", unknown.Value);
        Assert.Contains("FACEBOOK", unknown.Known);
        Assert.Equal("""{"developerSnsCredentials":[{"sns":"FACEBOOK","apiKey":"k"},{"sns":"newest"}]}""", service.ToJson());
    }

    [Fact]
    public void Only_the_named_members_are_looked_at()
    {
        var client = JsonView.Parse<Client>("""{"clientType":"public","subjectType":"pairwise","grantTypes":["newest"]}""");

        Assert.Empty(EnumeratedMembers.Normalize(client, ["subjectType"]));

        Assert.Equal("""{"clientType":"public","subjectType":"PAIRWISE","grantTypes":["newest"]}""", client.ToJson());
    }
}
