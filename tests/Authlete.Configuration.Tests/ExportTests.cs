using System.IO;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Xunit;

namespace Authlete.Configuration.Tests;

/// <summary>The files that an export writes over a former export.</summary>
public sealed class ExportTests
{
    private const string Secretive =
        "\"apiSecret\":\"s-1\",\"authenticationCallbackApiSecret\":\"s-2\",\"developerAuthenticationCallbackApiSecret\":\"s-3\",\"snsCredentials\":[{\"sns\":\"FACEBOOK\",\"apiKey\":\"k\",\"apiSecret\":\"s-4\"}],\"developerSnsCredentials\":[{\"sns\":\"FACEBOOK\",\"apiKey\":\"k\",\"apiSecret\":\"s-5\"}],\"jwks\":\"{\\\"keys\\\":[{\\\"kid\\\":\\\"a\\\",\\\"d\\\":\\\"s-6\\\"}]}\",\"newApiToken\":\"s-7\",\"attributes\":[{\"key\":\"db_password\",\"value\":\"s-8\"},{\"key\":\"color\",\"value\":\"red\"}],\"newPart\":{\"client_secret\":\"s-9\",\"b\":1}";

    [Fact]
    public void No_secret_is_in_any_file_but_secrets_json()
    {
        var server = new Server { Service = JsonView.Parse<Service>("{\"apiKey\":1001," + Secretive + "}") };
        server.Add(
            7,
            "\"clientName\":\"Shop\",\"customMetadata\":\"{\\\"access_token\\\":\\\"s-10\\\",\\\"a\\\":1}\",\"jwks\":\"{\\\"keys\\\":[{\\\"kid\\\":\\\"x\\\",\\\"d\\\":\\\"s-11\\\"}]}\",\"registrationAccessTokenHash\":\"s-12\""
        );
        using var folder = new TemporaryFolder();

        server.Export(folder, includeSecret: true);

        var texts = folder.Read("service.json") + folder.Read("clients/shop.json") + folder.Read("ids.json");
        Assert.DoesNotContain("\"s-", texts, System.StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of-7", texts, System.StringComparison.Ordinal);
        Assert.Contains("\"color\"", texts, System.StringComparison.Ordinal);
        Assert.Contains("\"b\": 1", texts, System.StringComparison.Ordinal);
        Assert.Contains("\"kid\": \"x\"", texts, System.StringComparison.Ordinal);
        var secrets = folder.Read("secrets.json");
        Assert.All(Enumerable.Range(1, 6), number => Assert.Contains($"\"s-{number}\"", secrets, System.StringComparison.Ordinal));
        Assert.Contains("secret-of-7", secrets, System.StringComparison.Ordinal);
        var warnings = string.Join('\n', server.Warnings);
        Assert.DoesNotContain("s-", warnings.Replace("secrets-", "", System.StringComparison.Ordinal), System.StringComparison.Ordinal);
        Assert.All(
            ["newApiToken", "attributes[db_password]", "newPart.client_secret", "customMetadata.access_token", "jwks.keys.d"],
            path => Assert.Contains(path, warnings, System.StringComparison.Ordinal)
        );
        Assert.Empty(server.Compare(folder, includeSecret: true));
    }

    [Fact]
    public void The_other_files_are_the_same_with_and_without_secrets()
    {
        var server = new Server { Service = JsonView.Parse<Service>("{\"apiKey\":1001," + Secretive + "}") };
        server.Add(7, "\"clientName\":\"Shop\"");
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();

        server.Export(folder, includeSecret: true);
        server.Export(other);

        File.Delete(folder.FullName("secrets.json"));
        Assert.Equal(other.ReadAll(), folder.ReadAll());
    }

    [Fact]
    public void A_stale_secrets_file_is_refused_and_nothing_is_changed()
    {
        var server = new Server();
        using var folder = new TemporaryFolder();
        server.Export(folder, includeSecret: true);
        var before = folder.ReadAll();
        server.Service.AccessTokenDuration = 1;

        var error = Assert.Throws<ConfigurationException>(() => server.Export(folder));

        Assert.Equal(ConfigurationProblem.StaleSecrets, error.Problem);
        Assert.Equal(before, folder.ReadAll());
    }

    [Fact]
    public void A_renamed_client_keeps_its_file()
    {
        var server = new Server();
        server.Add(7, "\"clientName\":\"Shop\"");
        using var folder = new TemporaryFolder();
        server.Export(folder);
        server.Clients[0].ClientName = "Store";

        server.Export(folder);

        Assert.Equal(["shop.json"], Directory.GetFiles(folder.FullName("clients")).Select(Path.GetFileName));
        Assert.Contains("Store", folder.Read("clients/shop.json"), System.StringComparison.Ordinal);
    }

    [Fact]
    public void Only_files_that_were_this_services_and_no_others_are_removed()
    {
        var server = new Server();
        server.Add(7, "\"clientName\":\"Gone\"");
        server.Add(8, "\"clientName\":\"Shared\"");
        using var folder = new TemporaryFolder();
        server.Export(folder);
        folder.Write("ids.json", "{\"1001\":{\"gone\":7,\"shared\":8},\"2002\":{\"shared\":80}}");
        folder.Write("clients/by-hand.json", "{\"clientName\":\"By hand\"}");
        folder.Write("README.md", "mine");
        server.Clients.Clear();
        server.Add(9, "\"clientName\":\"Stays\"");

        server.Export(folder, only: [9]);
        Assert.True(folder.Has("clients/gone.json"));

        server.Export(folder);
        Assert.False(folder.Has("clients/gone.json"));
        Assert.True(folder.Has("clients/shared.json"));
        Assert.True(folder.Has("clients/by-hand.json"));
        Assert.True(folder.Has("README.md"));
        Assert.Equal("{\n  \"1001\": {\n    \"stays\": 9\n  },\n  \"2002\": {\n    \"shared\": 80\n  }\n}\n", folder.Read("ids.json"));
    }

    [Fact]
    public void A_folder_that_can_not_be_written_is_left_as_it_was()
    {
        var server = new Server();
        server.Add(7, "\"clientName\":\"Shop\"");
        server.Add(8, "\"clientName\":\"Tower\"");
        using var folder = new TemporaryFolder();
        server.Export(folder);
        server.Clients[0].ClientName = "Shop 2";
        server.Clients[1].ClientName = "Tower 2";
        folder.Write("ids.json", "{\"1001\":{\"shop\":7}}");
        File.Delete(folder.FullName("clients/tower.json"));

        // A folder with the name of the second file, so that replacing fails after the first file was replaced.
        Directory.CreateDirectory(folder.FullName("clients/tower-2.json"));
        var before = folder.ReadAll();

        var error = Assert.Throws<ConfigurationException>(() => server.Export(folder));

        Assert.Equal(ConfigurationProblem.NotWritable, error.Problem);
        Assert.Equal(before, folder.ReadAll());
    }

    [Fact]
    public void A_failed_first_export_leaves_no_folder()
    {
        using var parent = new TemporaryFolder();
        var path = parent.FullName("new");
        using (var export = new Authlete.Configuration.Folder.FolderExport(path, "1", false, true, new(null, null)))
        {
            export.AddService(Server.NewService());
        }

        Assert.False(Directory.Exists(path));
    }

    [Fact]
    public void A_placeholder_stays_in_a_secrets_place_and_where_its_value_is_not_known()
    {
        var server = new Server();
        server.Add(7, "\"clientName\":\"Shop\",\"loginUri\":\"https://a\",\"contacts\":[\"a@b\"]");
        using var folder = new TemporaryFolder();
        server.Export(folder);
        folder.Replace("clients/shop.json", "\"https://a\"", "\"${ENV:AUTHLETE_NOT_SET}\"");
        folder.Replace("clients/shop.json", "\"a@b\"", "\"${SECRET:mail/address}\"");
        folder.Replace(
            "clients/shop.json",
            "{\n  \"clientIdAliasEnabled\"",
            "{\n  \"clientSecret\": \"${SECRET:shop}\",\n  \"clientIdAliasEnabled\""
        );

        server.Export(folder);

        var text = folder.Read("clients/shop.json");
        Assert.All(
            ["${ENV:AUTHLETE_NOT_SET}", "${SECRET:mail/address}", "${SECRET:shop}"],
            placeholder => Assert.Contains(placeholder, text, System.StringComparison.Ordinal)
        );
        Assert.Equal(2, server.Warnings.Count);
        Assert.DoesNotContain(server.Warnings, warning => warning.Contains("clientSecret", System.StringComparison.Ordinal));
        server.Vault["shop"] = "secret-of-7";
        server.Vault["address"] = "a@b";
        var error = Assert.Throws<ConfigurationException>(() => server.Compare(folder));
        Assert.Equal(ConfigurationProblem.UnresolvedPlaceholder, error.Problem);
        Assert.Contains("clients/shop.json: loginUri", error.Message, System.StringComparison.Ordinal);
    }
}
