using System.Linq;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Xunit;

namespace Authlete.ApiClient.Tests.Models;

/// <summary>The traits of members in the types.</summary>
public sealed class TraitsTests
{
    [Theory]
    [InlineData("apiSecret", true)]
    [InlineData("ApiSecret", true)]
    [InlineData("snsCredentials", true)]
    [InlineData("jwks", true)]
    [InlineData("apiKey", false)]
    [InlineData("future", false)]
    public void A_secret_is_recognized(string member, bool expected) =>
        Assert.Equal(expected, new Service().Shape.TraitsOf(member).IsSecret);

    [Fact]
    public void The_text_of_a_change_hides_every_known_secret_of_settings()
    {
        foreach (
            var member in new[] { typeof(Service), typeof(Client), typeof(SnsCredentials) }.SelectMany(type =>
                type.GetProperties()
                    .Where(property => JsonShape.Of(type).TraitsOf(property.Name).IsSecret)
                    .Select(property => (type, property))
            )
        )
        {
            var name = MemberNames.ToJson(member.property.Name);
            var changes = JsonView.Compare(
                JsonView.Parse($$"""{"{{name}}":"canary-1"}"""),
                JsonView.Parse($$"""{"{{name}}":"canary-2"}""")
            );

            Assert.DoesNotContain("canary", ChangeText.Of("Change", member.type, changes), System.StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("customMetadata", true)]
    [InlineData("clientName", false)]
    public void A_text_with_JSON_in_it_is_known(string member, bool expected) =>
        Assert.Equal(expected, new Client().Shape.TraitsOf(member).HoldsJson);

    [Theory]
    [InlineData("supportedScopes", "Keyed", "name")]
    [InlineData("trustAnchors", "Keyed", "entityId")]
    [InlineData("supportedGrantTypes", "Set", null)]
    [InlineData("supportedUiLocales", "Ordered", null)]
    [InlineData("serviceName", "Unspecified", null)]
    public void The_meaning_of_a_lists_order_is_known(string member, string order, string? key)
    {
        var traits = new Service().Shape.TraitsOf(member);

        Assert.Equal((order, key), (traits.List.ToString(), traits.Key));
    }

    [Fact]
    public void Required_members_of_responses_are_known()
    {
        Assert.Equal(
            ["clientId", "createdAt", "clientIdAliasEnabled", "defaultMaxAge"],
            Operations.ClientGet.RequiredMembers.Select(member => member.Name)
        );
        Assert.Equal(["accessTokens", "totalCount"], Operations.AuthTokenGetList.RequiredMembers.Select(member => member.Name));
        Assert.Equal(["resultCode", "action"], Operations.AuthIntrospection.RequiredMembers.Select(member => member.Name));
        Assert.Equal(["issuer"], Operations.ServiceConfiguration.RequiredMembers.Select(member => member.Name));
        Assert.Empty(Operations.ClientDelete.RequiredMembers.Select(member => member.Name));
    }
}
