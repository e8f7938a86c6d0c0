using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.Configuration.Comparison;
using Xunit;

namespace Authlete.Configuration.Tests;

/// <summary>Differences between configurations, the matching of clients, and invalid folders.</summary>
public sealed class ComparisonTests
{
    [Theory]
    [InlineData("{\"1001\":{\"shop\":7,\"store\":7}}", "the same client ID")]
    [InlineData("{\"1001\":{\"shop\":7,\"SHOP\":8}}", "twice")]
    [InlineData("{\"1001\":{\"shop\":7,\"shop\":8}}", "twice")]
    [InlineData("{\"1001\":{\"../shop\":7}}", "isn't a label")]
    [InlineData("{\"1001\":{\"nul\":7}}", "isn't a label")]
    [InlineData("{\"1001\":{\"shop\":\"7\"}}", "number")]
    [InlineData("{\"1001\":[]}", "object")]
    [InlineData("[]", "not an object")]
    public void Ids_that_do_not_say_which_client_is_meant_are_an_error(string ids, string message)
    {
        var server = new Server();
        using var folder = new TemporaryFolder();
        server.Export(folder);
        folder.Write("ids.json", ids);

        Assert.Contains(
            message,
            Assert.Throws<ConfigurationException>(() => server.Compare(folder)).Message,
            System.StringComparison.Ordinal
        );
        Assert.Contains(
            message,
            Assert.Throws<ConfigurationException>(() => server.Export(folder)).Message,
            System.StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_renamed_file_is_still_the_same_client()
    {
        var server = new Server();
        server.Add(7, "\"clientName\":\"Shop\",\"clientIdAlias\":\"web\"");
        using var folder = new TemporaryFolder();
        server.Export(folder);
        System.IO.File.Move(folder.FullName("clients/web.json"), folder.FullName("clients/store.json"));

        Assert.Empty(server.Compare(folder));
    }

    [Fact]
    public void A_name_that_fits_several_clients_is_an_error_that_names_them()
    {
        var server = new Server();
        server.Add(7, "\"clientName\":\"Shop\"");
        server.Add(8, "\"clientName\":\"Shop\"");
        using var folder = new TemporaryFolder();
        folder.Write("clients/shop.json", "{\"clientName\":\"Shop\"}");

        var error = Assert.Throws<ConfigurationException>(() => server.Compare(folder));

        Assert.Equal(ConfigurationProblem.AmbiguousClient, error.Problem);
        Assert.Contains("client 7 and client 8", error.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Items_of_a_keyed_list_are_compared_one_by_one()
    {
        var server = new Server
        {
            Service = Server.NewService("\"supportedScopes\":[{\"name\":\"a\",\"defaultEntry\":false},{\"name\":\"b\"}]"),
        };
        using var folder = new TemporaryFolder();
        server.Export(folder);
        server.Service = Server.NewService("\"supportedScopes\":[{\"name\":\"c\"},{\"name\":\"a\",\"defaultEntry\":true}]");

        Assert.Equal(
            [("supportedScopes[a].defaultEntry", "<>"), ("supportedScopes[b]", "<="), ("supportedScopes[c]", "=>")],
            server.Compare(folder).Select(difference => (difference.Property!, difference.SideIndicator))
        );
    }

    [Fact]
    public void Key_sets_in_a_file_are_compared_by_key_without_a_private_part()
    {
        var server = new Server
        {
            Service = Server.NewService(
                "\"jwks\":\"{\\\"keys\\\":[{\\\"kid\\\":\\\"a\\\",\\\"n\\\":\\\"1\\\",\\\"d\\\":\\\"private-a\\\"},{\\\"kid\\\":\\\"live\\\",\\\"d\\\":\\\"private-l\\\"}]}\""
            ),
        };
        using var folder = new TemporaryFolder();
        server.Export(folder);
        folder.Replace(
            "service.json",
            "{\n  \"access",
            "{\n  \"jwks\": {\"keys\":[{\"kid\":\"a\",\"n\":\"1\"},{\"kid\":\"new\",\"n\":\"2\"}]},\n  \"access"
        );

        var differences = server.Compare(folder);

        Assert.Equal(
            [("jwks[new]", "<="), ("jwks[live]", "=>")],
            differences.Select(difference => (difference.Property!, difference.SideIndicator))
        );
        Assert.Equal(["jwks[new]"], server.Compare(folder, declaredOnly: true).Select(difference => difference.Property));
        Assert.All(differences, difference => Assert.Equal("***", difference.Reference ?? difference.Difference));
    }

    [Fact]
    public void A_secret_from_a_vault_is_compared_and_not_shown()
    {
        var server = new Server { Vault = { ["shop"] = "secret-of-7" } };
        server.Add(7, "\"clientName\":\"Shop\"");
        using var folder = new TemporaryFolder();
        server.Export(folder);
        folder.Replace("clients/shop.json", "{\n  \"clientIdAlias", "{\n  \"clientSecret\": \"${SECRET:shop}\",\n  \"clientIdAlias");
        Assert.Empty(server.Compare(folder));
        server.Vault["shop"] = "rotated-secret";

        var difference = Assert.Single(server.Compare(folder));

        Assert.Equal(
            ("clientSecret", "***", "***", "<>"),
            (difference.Property, difference.Reference, difference.Difference, difference.SideIndicator)
        );
    }

    [Fact]
    public void A_setting_from_a_vault_is_compared_and_not_shown_either()
    {
        var server = new Server { Vault = { ["hook"] = "token-of-hook" } };
        server.Add(
            7,
            "\"clientName\":\"Shop\",\"loginUri\":\"https://a/token-of-before\",\"clientNames\":[{\"tag\":\"en\",\"value\":\"token-of-before\"}]"
        );
        using var folder = new TemporaryFolder();
        server.Export(folder);
        folder.Replace("clients/shop.json", "https://a/token-of-before", "https://a/${SECRET:hook}");
        folder.Replace("clients/shop.json", "\"token-of-before\"", "\"${SECRET:hook}\"");

        var differences = server.Compare(folder);

        Assert.Equal(["clientNames[en].value", "loginUri"], differences.Select(difference => difference.Property));
        Assert.All(differences, difference => Assert.Equal(("***", "***"), (difference.Reference, difference.Difference)));
    }

    [Theory]
    [InlineData("${ENV:AUTHLETE_TEST_APISECRET}", "***")]
    [InlineData("${HOOK_TOKEN}", "***")]
    [InlineData("${HOST}", "https://a/value")]
    public void A_setting_from_a_variable_that_is_named_like_a_secret_is_not_shown(string placeholder, string shown)
    {
        System.Environment.SetEnvironmentVariable("AUTHLETE_TEST_APISECRET", "value");
        var server = new Server();
        server.Variables["HOOK_TOKEN"] = "value";
        server.Variables["HOST"] = "value";
        server.Add(7, "\"clientName\":\"Shop\",\"loginUri\":\"https://a/before\"");
        using var folder = new TemporaryFolder();
        server.Export(folder);
        folder.Replace("clients/shop.json", "https://a/before", "https://a/" + placeholder);

        Assert.Equal(shown, Assert.Single(server.Compare(folder)).Reference?.ToString());
    }

    [Fact]
    public void A_text_with_half_of_a_surrogate_pair_is_kept()
    {
        var server = new Server();
        server.Add(7, "\"clientName\":\"Shop\",\"description\":\"a\\ud800\\n\\\"b\"");
        using var folder = new TemporaryFolder();

        server.Export(folder);

        Assert.Contains("\"a\\ud800\\n\\\"b\"", folder.Read("clients/shop.json"), System.StringComparison.Ordinal);
        Assert.Empty(server.Compare(folder));
    }

    [Fact]
    public void A_value_of_a_newer_server_is_no_typo()
    {
        var server = new Server();
        server.Add(7, "\"clientName\":\"Shop\",\"grantTypes\":[\"AUTHORIZATION_CODES\"],\"clientNam\":1");
        using var folder = new TemporaryFolder();
        server.Export(folder);
        Assert.Empty(server.Compare(folder));

        server.Clients[0] = Server.NewClient(7, "\"clientName\":\"Shop\"");

        var message = Assert.Throws<ConfigurationException>(() => server.Compare(folder)).Message;
        Assert.Contains("Did you mean AUTHORIZATION_CODE?", message, System.StringComparison.Ordinal);
        Assert.Contains("Did you mean clientName?", message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_of_another_service_are_never_used()
    {
        var server = new Server();
        server.Add(7, "\"clientName\":\"Shop\"");
        using var folder = new TemporaryFolder();
        server.Export(folder, includeSecret: true);
        folder.Replace("secrets.json", "\"1001\"", "\"2002\"");
        folder.Replace("secrets.json", "secret-of-7", "secret-of-another");

        Assert.Empty(server.Compare(folder, includeSecret: true));
    }

    [Fact]
    public void Server_managed_members_in_a_file_are_ignored_with_one_warning()
    {
        var server = new Server();
        var client = server.Add(7, "\"clientName\":\"Shop\"");
        using var folder = new TemporaryFolder();
        client.RemoveMember("clientSecret");
        folder.Write("clients/shop.json", client.ToJson());
        folder.Write("ids.json", "{\"1001\":{\"shop\":7}}");
        server.Clients[0] = Server.NewClient(7, "\"clientName\":\"Shop\"");

        Assert.Empty(server.Compare(folder));
        Assert.Contains("createdAt", Assert.Single(server.Warnings), System.StringComparison.Ordinal);
    }

    [Fact]
    public void All_placeholders_without_a_value_are_one_error()
    {
        var server = new Server();
        using var folder = new TemporaryFolder();
        folder.Write("service.json", "{\"serviceName\":\"${A}\",\"issuer\":\"https://${ENV:AUTHLETE_NOT_SET}/\",\"description\":\"${\"}");
        folder.Write("clients/shop.json", "{\"clientName\":\"${SECRET:vault/x}\"}");

        var message = Assert.Throws<ConfigurationException>(() => server.Compare(folder)).Message;

        Assert.All(
            [
                "service.json: serviceName contains ${A}",
                "service.json: issuer contains ${ENV:AUTHLETE_NOT_SET}",
                "service.json: description contains ${",
                "clients/shop.json: clientName contains ${SECRET:vault/x}",
            ],
            part => Assert.Contains(part, message, System.StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("a b.json")]
    [InlineData("con.json")]
    public void An_unknown_file_among_the_clients_is_an_error(string name)
    {
        var server = new Server();
        using var folder = new TemporaryFolder();
        server.Export(folder);
        folder.Write("clients/" + name, "{}");

        Assert.Contains(name, Assert.Throws<ConfigurationException>(() => server.Compare(folder)).Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Two_services_are_compared_with_their_clients_found_by_alias_and_name()
    {
        var one = new Server();
        one.Add(7, "\"clientName\":\"Shop\",\"clientIdAlias\":\"web\"");
        one.Add(8, "\"clientName\":\"Tower\"");
        one.Add(9, "\"clientName\":\"Only here\"");
        var two = new Server
        {
            Key = "2002",
            Service = JsonView.Parse<Service>(one.Service.ToJson().Replace("1001", "2002", System.StringComparison.Ordinal)),
        };
        two.Clients.Add(
            JsonView.Parse<Client>(
                Server
                    .NewClient(8, "\"clientName\":\"Renamed\",\"clientIdAlias\":\"web\"")
                    .ToJson()
                    .Replace("authlete_1001", "authlete_2002", System.StringComparison.Ordinal)
            )
        );
        two.Add(9, "\"clientName\":\"Tower\",\"developer\":\"authlete_2002\"");

        DifferenceList Compare(bool includeSecret) => one.Read().CompareTo(two.Read(), includeRegistered: false, includeSecret);

        Assert.Equal(
            [("only-here", null, "<="), ("web", "clientName", "<>")],
            Compare(false).Select(difference => (difference.Label, difference.Property, difference.SideIndicator))
        );
        Assert.Contains("clientSecret", Compare(true).Select(difference => difference.Property));
    }
}
