using System.Globalization;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using CsCheck;
using Xunit;

namespace Authlete.Configuration.Tests;

/// <summary>Exports of the same state are equal, byte for byte.</summary>
public sealed class StableExportTests
{
    private const string FixedService = """{"apiKey":1001,"apiSecret":"api-secret-1","createdAt":1700000000000}""";

    private static readonly Gen<(string Service, string[] Clients)> s_states = Gen.Select(
        RandomSettings.Of<Service>(FixedService),
        RandomSettings.Of<Client>("""{"clientId":0,"createdAt":1700000000000,"dynamicallyRegistered":false}""").Array[0, 4]
    );

    [Fact]
    public void A_second_export_gives_the_same_bytes_and_no_difference() =>
        s_states.Sample(
            state =>
            {
                var server = ToServer(state.Service, state.Clients);
                using var folder = new TemporaryFolder();
                server.Export(folder);
                var first = folder.ReadAll();

                server.Export(folder);

                Assert.Equal(first, folder.ReadAll());
                Assert.Empty(server.Compare(folder));
            },
            iter: 150,
            threads: 1
        );

    [Fact]
    public void The_order_in_which_a_server_sends_members_and_sets_makes_no_difference() =>
        s_states.Sample(
            state =>
            {
                using var folder = new TemporaryFolder();
                ToServer(state.Service, state.Clients).Export(folder);
                using var other = new TemporaryFolder();
                var shuffled = ToServer(
                    RandomSettings.Shuffle(state.Service, Service.TypeShape),
                    [.. System.Linq.Enumerable.Select(state.Clients, client => RandomSettings.Shuffle(client, Client.TypeShape))]
                );
                shuffled.Clients.Reverse();

                shuffled.Export(other);

                Assert.Equal(folder.ReadAll(), other.ReadAll());
            },
            iter: 100,
            threads: 1
        );

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    [InlineData("th-TH")]
    public void The_culture_makes_no_difference(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        s_states.Sample(
            state =>
            {
                using var folder = new TemporaryFolder();
                using var other = new TemporaryFolder();
                ToServer(state.Service, state.Clients).Export(folder);
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                try
                {
                    ToServer(state.Service, state.Clients).Export(other);
                }
                finally
                {
                    CultureInfo.CurrentCulture = before;
                }

                Assert.Equal(folder.ReadAll(), other.ReadAll());
            },
            iter: 20,
            threads: 1
        );
    }

    [Fact]
    public void Any_change_of_a_setting_is_a_difference_until_it_is_exported()
    {
        var server = new Server();
        server.Add(7, "\"clientName\":\"Shop\",\"redirectUris\":[\"https://b\",\"https://a\"]");
        using var folder = new TemporaryFolder();
        server.Export(folder);
        server.Clients[0].RedirectUris = ["https://a", "https://c"];

        var difference = Assert.Single(server.Compare(folder));

        Assert.Equal(
            ("Client", "shop", 7L, "redirectUris", "<>"),
            (difference.Kind, difference.Label, difference.Id, difference.Property, difference.SideIndicator)
        );
        Assert.Equal(["https://a", "https://b"], (string[])difference.Reference!);
        server.Export(folder);
        Assert.Empty(server.Compare(folder));
    }

    [Fact]
    public void A_file_is_sorted_and_indented_JSON_with_LF_and_no_byte_order_mark()
    {
        var server = new Server
        {
            Service = Server.NewService(
                "\"description\":\"日本 \\u0130 \\\"x\\\" \\u001b\",\"refreshTokenKept\":false,\"supportedAcrs\":[],\"newField\":{\"b\":1,\"a\":[true,null]}"
            ),
        };
        using var folder = new TemporaryFolder();

        server.Export(folder);

        Assert.Equal(
            """
            {
              "accessTokenDuration": 3600,
              "description": "日本 İ \"x\" \u001b",
              "newField": {
                "a": [
                  true,
                  null
                ],
                "b": 1
              },
              "pkceRequired": false,
              "refreshTokenDuration": 0,
              "refreshTokenKept": false,
              "serviceName": "Prod",
              "supportedAcrs": [],
              "supportedGrantTypes": [
                "AUTHORIZATION_CODE",
                "REFRESH_TOKEN"
              ]
            }

            """.ReplaceLineEndings("\n"),
            folder.Read("service.json")
        );
        Assert.Equal((byte)'{', System.IO.File.ReadAllBytes(folder.FullName("service.json"))[0]);
    }

    [Fact]
    public void JSON_in_a_text_is_written_as_JSON_and_read_as_either()
    {
        var server = new Server();
        server.Add(7, "\"clientName\":\"Shop\",\"customMetadata\":\"{\\\"b\\\":1,\\\"a\\\":2}\"");
        using var folder = new TemporaryFolder();
        server.Export(folder);
        Assert.Contains(
            "\"customMetadata\": {\n    \"a\": 2,\n    \"b\": 1\n  }",
            folder.Read("clients/shop.json"),
            System.StringComparison.Ordinal
        );
        Assert.Empty(server.Compare(folder));

        folder.Replace("clients/shop.json", "{\n    \"a\": 2,\n    \"b\": 1\n  }", "\"{\\\"a\\\": 2, \\\"b\\\": 1}\"");

        Assert.Empty(server.Compare(folder));
    }

    private static Server ToServer(string service, string[] clients)
    {
        var server = new Server { Service = JsonView.Parse<Service>(service) };
        for (var i = 0; i < clients.Length; i++)
        {
            var client = JsonView.Parse<Client>(clients[i]);
            client.SetMember("clientId", 100L + i);
            client.SetMember("automaticallyRegistered", false);
            client.SetMember("explicitlyRegistered", false);
            server.Clients.Add(client);
        }

        return server;
    }
}
