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
    public void Set_members_differ_and_the_others_are_sent_unchanged()
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

    [Theory]
    [InlineData("""{"grantTypes":["A","B"]}""", """{"grantTypes":["B","A"]}""", true)]
    [InlineData("""{"grantTypes":["A","B"]}""", """{"grantTypes":["B","A","A"]}""", false)]
    [InlineData("""{"grantTypes":["A","B"]}""", """{"grantTypes":["B"]}""", false)]
    [InlineData("""{"redirectUris":["https://a/","https://b/"]}""", """{"redirectUris":["https://b/","https://a/"]}""", true)]
    [InlineData(
        """{"attributes":[{"key":"a","value":"1"},{"key":"a","value":"2"}]}""",
        """{"attributes":[{"value":"2","key":"a"},{"key":"a","value":"1"}]}""",
        true
    )]
    [InlineData("""{"extension":{"requestableScopes":["a","b"]}}""", """{"extension":{"requestableScopes":["b","a"]}}""", true)]
    [InlineData("""{"extension":{"requestableScopesEnabled":false}}""", """{"extension":{}}""", true)]
    [InlineData("""{"extension":{"requestableScopes":[]}}""", """{"extension":{}}""", false)]
    [InlineData("""{"pkceRequired":false,"defaultMaxAge":0}""", "{}", true)]
    [InlineData("""{"pkceRequired":true}""", "{}", false)]
    [InlineData("""{"subjectType":"PUBLIC","idTokenSignAlg":"RS256"}""", """{"subjectType":null}""", true)]
    [InlineData("""{"subjectType":"PAIRWISE"}""", "{}", false)]
    [InlineData("""{"future":{"a":false}}""", """{"future":{}}""", false)]
    [InlineData("""{"customMetadata":"{\"a\":false}"}""", """{"customMetadata":"{}"}""", false)]
    [InlineData("""{"customMetadata":"{\"a\":1,\"b\":[1,2]}"}""", """{"customMetadata":"{\"b\":[1,2],\"a\":1}"}""", true)]
    [InlineData("""{"description":"{\"a\":1}"}""", """{"description":"{ \"a\":1}"}""", false)]
    public void Equivalent_client_settings_are_no_difference(string current, string wanted, bool same) =>
        AssertSame<Client>(current, wanted, same);

    [Theory]
    [InlineData(
        """{"supportedScopes":[{"name":"a","defaultEntry":false,"description":"x"}]}""",
        """{"supportedScopes":[{"name":"a","description":"x"}]}""",
        true
    )]
    [InlineData(
        """{"supportedScopes":[{"name":"a","defaultEntry":false,"descriptions":[],"newer":false}]}""",
        """{"supportedScopes":[{"name":"a","description":""}]}""",
        true
    )]
    [InlineData("""{"supportedScopes":[{"name":"a","defaultEntry":true}]}""", """{"supportedScopes":[{"name":"a"}]}""", false)]
    [InlineData(
        """{"supportedScopes":[{"name":"a","attributes":[{"key":"x","value":"1"},{"key":"y","value":"2"}]}]}""",
        """{"supportedScopes":[{"name":"a","attributes":[{"key":"y","value":"2"},{"key":"x","value":"1"}]}]}""",
        true
    )]
    [InlineData("""{"supportedDisplays":["PAGE"],"supportedClaimTypes":["NORMAL"]}""", "{}", true)]
    [InlineData("""{"supportedUiLocales":["en","ja"]}""", """{"supportedUiLocales":["ja","en"]}""", false)]
    [InlineData(
        """{"snsCredentials":[{"sns":"FACEBOOK","apiKey":"1"},{"sns":"TWITTER"}]}""",
        """{"snsCredentials":[{"sns":"TWITTER","apiKey":""},{"sns":"FACEBOOK","apiKey":"1"}]}""",
        true
    )]
    [InlineData(
        """{"trustAnchors":[{"entityId":"a","jwks":"{\"keys\":[]}"}]}""",
        """{"trustAnchors":[{"entityId":"a","jwks":"{ \"keys\": [] }"}]}""",
        true
    )]
    public void Equivalent_service_settings_are_no_difference(string current, string wanted, bool same) =>
        AssertSame<Service>(current, wanted, same);

    [Fact]
    public void A_value_of_any_kind_is_compared_as_the_JSON_that_it_is_sent_as()
    {
        var current = JsonView.Parse<Service>("""{"supportedScopes":[{"defaultEntry":false,"name":"a"}],"supportedAcrs":["1","2"]}""");

        var change = SettingsChange<Service>.Plan(
            current,
            JsonView.Copy(current),
            service =>
            {
                service.SetMember("supportedScopes", new[] { new System.Collections.Hashtable { ["name"] = "a" } });
                service.SetMember("supportedAcrs", new System.Collections.ArrayList { "2", "1" });
            }
        );

        Assert.Empty(change.Differences);
    }

    [Fact]
    public void The_text_of_a_long_list_shows_only_what_is_different_and_is_cut_with_a_count()
    {
        var current = JsonView.Parse<Service>("""{"supportedScopes":[{"name":"a","defaultEntry":false}]}""");
        var names = Enumerable.Range(1, 20).Select(i => new Scope { Name = "n" + i });

        var text = SettingsChange<Service>
            .Plan(current, JsonView.Copy(current), service => service.SupportedScopes = [new Scope { Name = "a" }, .. names])
            .Describe("Change");

        Assert.DoesNotContain("\"a\"", text, StringComparison.Ordinal);
        Assert.Contains("supportedScopes: + {\"name\":\"n10\"}", text, StringComparison.Ordinal);
        Assert.EndsWith("supportedScopes: + and 10 more", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_that_the_server_accepted_but_writes_differently_are_not_ignored()
    {
        var change = Plan(Current, client => client.GrantTypes = ["IMPLICIT", "AUTHORIZATION_CODE"]);

        Assert.Empty(
            change.FindIgnored(
                JsonView.Parse<Client>(
                    Current.Replace("[\"AUTHORIZATION_CODE\"]", "[\"AUTHORIZATION_CODE\",\"IMPLICIT\"]", StringComparison.Ordinal)
                )
            )
        );
    }

    [Fact]
    public void Server_managed_members_are_sent_unchanged_with_a_warning()
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

        Assert.StartsWith("grantTypes[0]: this module doesn't know the value 'authorisation_code'", warning, StringComparison.Ordinal);
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
    public void Ignored_members_are_a_warning_after_the_change()
    {
        var change = Plan(Current, client => (client.ClientName, client.Description) = ("shop", "sells"));

        Assert.Empty(change.FindIgnored(change.Wanted));
        Assert.Equal(
            ["clientName: the server kept the previous value.", "description: the server didn't accept it."],
            change.FindIgnored(JsonView.Parse<Client>(Current))
        );
    }

    private static void AssertSame<T>(string current, string wanted, bool same)
        where T : JsonView, new()
    {
        var change = SettingsChange<T>.Plan(JsonView.Parse<T>(current), JsonView.Parse<T>(wanted), static _ => { });

        Assert.Equal(same, change.Differences.Count == 0);
    }

    private static SettingsChange<Client> Plan(string current, Action<Client> fill)
    {
        var client = JsonView.Parse<Client>(current);
        return SettingsChange<Client>.Plan(client, JsonView.Copy(client), fill);
    }
}
