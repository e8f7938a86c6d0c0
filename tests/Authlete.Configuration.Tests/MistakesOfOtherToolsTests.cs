using System.IO;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Xunit;

namespace Authlete.Configuration.Tests;

/// <summary>Mistakes of similar tools that this one must not make: in reading, comparing, and exporting.</summary>
public sealed partial class MistakesOfOtherToolsTests
{
    [Fact]
    public void A_file_that_can_not_be_read_ends_the_whole_comparison()
    {
        var server = new Server();
        server.Add(7, "\"clientName\":\"Shop\"");
        using var folder = new TemporaryFolder();
        server.Export(folder);
        folder.Write("clients/shop.json", "{\n  \"clientName\": \"Shop\",\n<<<<<<< ours\n");

        var error = Assert.Throws<ConfigurationException>(() => server.Compare(folder));

        Assert.Equal(ConfigurationProblem.InvalidFolder, error.Problem);
        Assert.Contains("clients/shop.json", error.Message, System.StringComparison.Ordinal);
        Assert.Contains("line 3", error.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_folder_is_no_configuration()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(ConfigurationProblem.InvalidFolder, Assert.Throws<ConfigurationException>(() => new Server().Compare(folder)).Problem);
    }

    [Theory]
    [InlineData("***")]
    [InlineData("••••••")]
    [InlineData("<redacted>")]
    [InlineData("[hidden]")]
    public void A_mask_is_never_used_as_a_secret(string mask)
    {
        var server = new Server();
        server.Add(7, "\"clientName\":\"Shop\"");
        using var folder = new TemporaryFolder();
        server.Export(folder, includeSecret: true);
        Assert.DoesNotContain(mask, folder.Read("service.json"), System.StringComparison.Ordinal);
        folder.Replace("secrets.json", "secret-of-7", mask);

        var error = Assert.Throws<ConfigurationException>(() => server.Compare(folder, includeSecret: true));

        Assert.Equal(ConfigurationProblem.ExposedSecret, error.Problem);
        Assert.Contains("clientSecret", error.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_that_this_library_does_not_know_are_exported_and_compared()
    {
        var server = new Server();
        server.Add(7, "\"clientName\":\"Shop\",\"newLifetime\":0,\"extension\":{\"newFlag\":true}");
        using var folder = new TemporaryFolder();
        server.Export(folder);
        Assert.Contains("\"newLifetime\": 0", folder.Read("clients/shop.json"), System.StringComparison.Ordinal);
        Assert.Contains("\"newFlag\": true", folder.Read("clients/shop.json"), System.StringComparison.Ordinal);
        Assert.Empty(server.Compare(folder));

        server.Clients[0].SetMember("newLifetime", 5);

        Assert.Equal("newLifetime", Assert.Single(server.Compare(folder)).Property);
    }

    [Fact]
    public void Key_sets_stay_with_their_service()
    {
        const string Keys = "{\\\"keys\\\":[{\\\"kid\\\":\\\"a\\\",\\\"kty\\\":\\\"EC\\\",\\\"d\\\":\\\"private-part\\\"}]}";
        var server = new Server { Service = Server.NewService($"\"jwks\":\"{Keys}\",\"federationJwks\":\"{Keys}\"") };
        using var folder = new TemporaryFolder();

        server.Export(folder);

        Assert.DoesNotContain("wks", folder.Read("service.json"), System.StringComparison.Ordinal);
        server.Service = Server.NewService("\"jwks\":\"{\\\"keys\\\":[]}\"");
        Assert.Empty(server.Compare(folder));
    }

    [Fact]
    public void An_emergency_lock_is_not_exported_and_is_no_difference()
    {
        var server = new Server();
        server.Add(7, "\"clientName\":\"Shop\"");
        using var folder = new TemporaryFolder();
        server.Export(folder);
        server.Clients[0].SetMember("locked", true);

        Assert.Empty(server.Compare(folder));
        server.Export(folder);
        Assert.DoesNotContain("locked", folder.Read("clients/shop.json"), System.StringComparison.Ordinal);
    }

    [Fact]
    public void Order_times_and_counters_make_no_difference_in_an_export()
    {
        var server = new Server { Service = Server.NewService("\"metadata\":[{\"key\":\"clientCount\",\"value\":\"1\"}]") };
        server.Add(
            7,
            "\"redirectUris\":[\"https://a\",\"https://b\"],\"attributes\":[{\"key\":\"k\",\"value\":\"2\"},{\"key\":\"k\",\"value\":\"1\"}]"
        );
        using var folder = new TemporaryFolder();
        server.Export(folder);
        var before = folder.ReadAll();
        server.Service = JsonView.Parse<Service>(
            server
                .Service.ToJson()
                .Replace("1700000000001", "1800000000000", System.StringComparison.Ordinal)
                .Replace("\"1\"", "\"2\"", System.StringComparison.Ordinal)
        );
        server.Clients[0] = JsonView.Parse<Client>(
            RandomSettings
                .Shuffle(server.Clients[0].ToJson(), Client.TypeShape)
                .Replace("1700000000001", "1800000000000", System.StringComparison.Ordinal)
        );

        server.Export(folder);

        Assert.Equal(before, folder.ReadAll());
    }

    [Fact]
    public void Drift_on_the_server_is_seen_though_no_file_has_changed()
    {
        var server = new Server();
        using var folder = new TemporaryFolder();
        server.Export(folder);
        Assert.Empty(server.Compare(folder));

        server.Service.AccessTokenDuration = 60;

        var difference = Assert.Single(server.Compare(folder));
        Assert.Equal(
            ("Service", "accessTokenDuration", 3600L, 60L),
            (difference.Kind, difference.Property, difference.Reference, difference.Difference)
        );
    }

    [Fact]
    public void Absent_null_and_a_value_are_three_things()
    {
        var server = new Server();
        server.Add(7, "\"clientName\":\"Shop\",\"description\":\"old\",\"contacts\":[\"a@b.c\"]");
        using var folder = new TemporaryFolder();
        folder.Write("clients/shop.json", "{\"clientName\":\"Shop\",\"description\":null,\"contacts\":[]}");
        folder.Write("ids.json", "{\"1001\":{\"shop\":7}}");

        Assert.Equal(["contacts", "description"], server.Compare(folder, declaredOnly: true).Select(difference => difference.Property));

        folder.Write("clients/shop.json", "{\"clientName\":\"Shop\"}");
        Assert.Empty(server.Compare(folder, declaredOnly: true));
        Assert.Contains("description", server.Compare(folder).Select(difference => difference.Property));
    }

    [Fact]
    public void Dynamically_registered_clients_are_excluded()
    {
        var server = new Server();
        server.Add(7, "\"clientName\":\"Shop\"");
        server.Clients.Add(
            JsonView.Parse<Client>(
                Server
                    .NewClient(8, "\"clientName\":\"Guest\"")
                    .ToJson()
                    .Replace("\"dynamicallyRegistered\":false", "\"dynamicallyRegistered\":true", System.StringComparison.Ordinal)
            )
        );
        server.Add(9, "\"clientName\":\"Partner\",\"explicitlyRegistered\":true");
        using var folder = new TemporaryFolder();

        server.Export(folder);

        Assert.Equal(["shop.json"], Directory.GetFiles(folder.FullName("clients")).Select(Path.GetFileName));
        Assert.Empty(server.Compare(folder));
        server.Export(folder, includeRegistered: true);
        Assert.Equal(3, Directory.GetFiles(folder.FullName("clients")).Length);
        Assert.Empty(server.Compare(folder));
        server.Export(folder);
        Assert.Equal(3, Directory.GetFiles(folder.FullName("clients")).Length);
    }

    [Fact]
    public void A_placeholder_survives_a_new_export_while_its_value_is_the_live_one()
    {
        var server = new Server
        {
            Variables =
            {
                ["HOST"] = "app.example.com",
                ["PKCE"] = true,
                ["LIFETIME"] = "60",
            },
        };
        server.Add(
            7,
            "\"clientName\":\"Shop\",\"description\":\"plain ${x}\",\"redirectUris\":[\"https://app.example.com/a\",\"https://other/b\"],\"pkceRequired\":true,\"extension\":{\"accessTokenDuration\":60}"
        );
        using var folder = new TemporaryFolder();
        server.Export(folder);
        Assert.Contains("plain $${x}", folder.Read("clients/shop.json"), System.StringComparison.Ordinal);
        folder.Replace("clients/shop.json", "https://app.example.com/a", "https://${HOST}/a");
        folder.Replace("clients/shop.json", "\"pkceRequired\": true", "\"pkceRequired\": \"${PKCE}\"");
        folder.Replace("clients/shop.json", "\"accessTokenDuration\": 60", "\"accessTokenDuration\": \"${LIFETIME}\"");
        var before = folder.ReadAll();
        Assert.Empty(server.Compare(folder));

        server.Export(folder);
        Assert.Equal(before, folder.ReadAll());

        server.Variables["HOST"] = "new.example.com";
        server.Export(folder);
        Assert.Contains("https://app.example.com/a", folder.Read("clients/shop.json"), System.StringComparison.Ordinal);
        Assert.Contains("${PKCE}", folder.Read("clients/shop.json"), System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_shows_what_an_import_would_change()
    {
        var server = new Server();
        server.Add(7, "\"clientName\":\"Shop\",\"extension\":{\"requestableScopes\":[\"b\",\"a\"],\"requestableScopesEnabled\":true}");
        server.Add(8, "\"clientName\":\"Gone\"");
        using var folder = new TemporaryFolder();
        server.Export(folder);
        server.Clients.RemoveAt(1);
        server.Add(9, "\"clientName\":\"New\"");
        server.Clients[0].Extension!.RequestableScopes = ["a"];

        Assert.Equal(
            [("gone", 8L, null, "<="), ("new", 9L, null, "=>"), ("shop", 7L, "extension.requestableScopes", "<>")],
            server
                .Compare(folder)
                .Select(difference => (difference.Label, difference.Id!.Value, difference.Property, difference.SideIndicator))
        );
    }
}
