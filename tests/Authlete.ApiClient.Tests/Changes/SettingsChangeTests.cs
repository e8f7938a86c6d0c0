using System;
using System.Linq;
using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Xunit;

namespace Authlete.ApiClient.Tests.Changes;

public sealed class SettingsChangeTests
{
    private const string Current = """
        {"clientId":1,"clientName":"web","createdAt":5,"grantTypes":["AUTHORIZATION_CODE"],"clientSecret":"s3cret","jwks":"{\"keys\":[]}","modifiedAt":7,"future":true}
        """;

    [Fact]
    public void What_is_set_differs_and_the_rest_is_sent_as_it_is()
    {
        var change = Plan(Current, client => client.ClientName = "shop");

        Assert.Equal(["clientName"], change.Differences.Select(difference => difference.Name));
        Assert.Empty(change.Warnings);
        Assert.Equal(Current.Replace("\"web\"", "\"shop\"").Trim(), change.Wanted.ToJson());
    }

    [Fact]
    public void Another_spelling_of_embedded_JSON_and_another_order_of_scopes_are_no_difference()
    {
        var current = JsonView.Parse<Service>("""{"jwks":"{\"keys\":[]}","supportedScopes":[{"name":"a"},{"name":"b"}]}""");
        var wanted = JsonView.Parse<Service>("""{"jwks":"{ \"keys\" : [ ] }","supportedScopes":[{"name":"b"},{"name":"a"}]}""");

        Assert.Empty(SettingsChange<Service>.Plan(current, wanted, static _ => { }).Differences);
    }

    [Theory]
    [InlineData(
        "clientNames",
        """[{"tag":"ja","value":"a"},{"tag":"en","value":"b"}]""",
        """[{"tag":"en","value":"b"},{"tag":"ja","value":"a"}]""",
        true
    )]
    [InlineData(
        "clientNames",
        """[{"tag":"ja","value":"a"},{"tag":"en","value":"b"}]""",
        """[{"tag":"en","value":"a"},{"tag":"ja","value":"b"}]""",
        false
    )]
    [InlineData("clientNames", "[]", "\"text\"", false)]
    [InlineData("defaultAcrs", """["a","b"]""", """["b","a"]""", false)]
    public void The_order_of_a_keyed_list_does_not_matter(string member, string current, string wanted, bool same)
    {
        var changes = SettingsChange<Client>.Plan(
            JsonView.Parse<Client>($$"""{"{{member}}":{{current}}}"""),
            JsonView.Parse<Client>($$"""{"{{member}}":{{wanted}}}"""),
            static _ => { }
        );

        Assert.Equal(same, changes.Differences.Count == 0);
    }

    [Fact]
    public void What_only_the_server_sets_goes_back_as_the_server_has_it_with_a_warning()
    {
        var change = Plan(Current, client => client.SetMember("createdAt", 9));

        Assert.Empty(change.Differences);
        Assert.Equal(5L, change.Wanted.GetMember("createdAt"));
        Assert.StartsWith("createdAt: ", Assert.Single(change.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_in_another_case_gets_the_spelling_of_the_API_and_an_unknown_one_a_warning()
    {
        Assert.Empty(Plan(Current, client => client.GrantTypes = ["authorization_code"]).Differences);

        var warning = Assert.Single(Plan(Current, client => client.GrantTypes = ["authorisation_code"]).Warnings);

        Assert.StartsWith("grantTypes[0]: this module does not know the value 'authorisation_code'", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_field_is_a_warning_only_if_it_was_not_there_before()
    {
        Assert.Empty(Plan(Current, client => client.SetMember("future", false)).Warnings);
        Assert.StartsWith(
            "futur: ",
            Assert.Single(Plan(Current, client => client.SetMember("futur", false)).Warnings),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_text_shows_old_and_new_values_and_masks_secrets_and_unknown_fields()
    {
        var change = Plan(
            Current,
            client =>
            {
                client.ClientName = "shop";
                client.Jwks = "{}";
                client.GrantTypes = ["AUTHORIZATION_CODE", "IMPLICIT"];
                client.SetMember("future", "hidden");
            }
        );

        Assert.Equal(
            [
                "Change client 1:",
                "  clientName: \"web\" -> \"shop\"",
                "  grantTypes: + \"IMPLICIT\"",
                "  jwks: *** -> ***",
                "  future: *** -> ***",
            ],
            change.Describe("Change client 1").Split(Environment.NewLine)
        );
    }

    [Fact]
    public void What_the_server_ignored_is_a_warning_after_the_change()
    {
        var change = Plan(Current, client => (client.ClientName, client.Description) = ("shop", "sells"));

        Assert.Empty(change.FindIgnored(change.Wanted));
        Assert.Equal(
            ["clientName: the server has kept the value that was there.", "description: the server has not taken it."],
            change.FindIgnored(JsonView.Parse<Client>(Current))
        );
    }

    private static SettingsChange<Client> Plan(string current, Action<Client> fill)
    {
        var client = JsonView.Parse<Client>(current);
        return SettingsChange<Client>.Plan(client, JsonView.Copy(client), fill);
    }
}
