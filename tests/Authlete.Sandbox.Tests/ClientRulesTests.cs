using System;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed partial class ClientRulesTests
{
    [Fact]
    public async Task A_client_without_settings_has_the_defaults()
    {
        await using var api = await SandboxApi.StartAsync();

        var created = await api.PostAsync("/client/create", []);

        Assert.Equal(200, created.Status);
        Assert.Null(created.Code);
        Assert.Equal(("PUBLIC", "NONE"), (created["clientType"], created["tokenAuthMethod"]));
        Assert.Equal(("PUBLIC", "RS256"), (created["subjectType"], created["idTokenSignAlg"]));
        Assert.Equal("authlete_" + api.Server.ServiceApiKey, created["developer"]);
        Assert.Equal(14, created["clientId"]!.Length);
        Assert.Equal(86, created["clientSecret"]!.Length);
        Assert.Equal(
            ("0", "false", "false"),
            (created["defaultMaxAge"], created["clientIdAliasEnabled"], created["dynamicallyRegistered"])
        );
        Assert.Null(created["applicationType"]);
        Assert.Equal(created["createdAt"], created["modifiedAt"]);
        Assert.False((bool)created.Json["extension"]!["requestableScopesEnabled"]!);
    }

    [Fact]
    public async Task Server_assigned_members_of_the_caller_are_ignored()
    {
        await using var api = await SandboxApi.StartAsync();

        var created = await api.PostAsync(
            "/client/create",
            new JsonObject
            {
                ["clientId"] = 1,
                ["clientSecret"] = "x",
                ["number"] = 99,
                ["dynamicallyRegistered"] = true,
                ["createdAt"] = 1,
                ["locked"] = true,
            }
        );

        Assert.NotEqual("1", created["clientId"]);
        Assert.NotEqual("x", created["clientSecret"]);
        Assert.NotEqual("99", created["number"]);
        Assert.Equal(("false", "false"), (created["dynamicallyRegistered"], created["locked"]));
    }

    [Fact]
    public async Task An_update_replaces_the_whole_and_keeps_what_the_server_assigned()
    {
        await using var api = await SandboxApi.StartAsync();
        var created = await api.PostAsync("/client/create", new JsonObject { ["clientName"] = "One", ["parRequired"] = true });
        api.Clock.Advance(TimeSpan.FromSeconds(90));

        var updated = await api.PostAsync(
            "/client/update/" + created["clientId"],
            new JsonObject
            {
                ["description"] = "Two",
                ["clientId"] = 1,
                ["clientSecret"] = "x",
                ["number"] = 99,
                ["dynamicallyRegistered"] = true,
                ["createdAt"] = 1,
            }
        );

        Assert.Equal(200, updated.Status);
        Assert.Equal((null, "Two", "false"), (updated["clientName"], updated["description"], updated["parRequired"]));
        foreach (var name in new[] { "clientId", "clientSecret", "number", "dynamicallyRegistered", "createdAt" })
        {
            Assert.Equal(created[name], updated[name]);
        }

        Assert.Equal(90_000, (long)updated.Json["modifiedAt"]! - (long)created.Json["modifiedAt"]!);
        Assert.Equal(updated.Text, (await api.GetAsync("/client/get/" + created["clientId"])).Text);
    }

    [Theory]
    [InlineData("""["https://a.example.com/1","https://a.example.com/2"]""", "a.example.com")]
    [InlineData("""["https://a.example.com","https://b.example.com"]""", null)]
    public async Task The_sector_is_derived_from_the_redirect_URIs(string uris, string? expected)
    {
        await using var api = await SandboxApi.StartAsync();

        var created = await api.PostAsync("/client/create", new JsonObject { ["redirectUris"] = JsonNode.Parse(uris) });

        Assert.Equal(expected, created["derivedSectorIdentifier"]);
    }

    [Fact]
    public async Task A_type_and_a_method_that_contradict_each_other_are_still_stored()
    {
        await using var api = await SandboxApi.StartAsync();

        var created = await api.PostAsync(
            "/client/create",
            new JsonObject { ["clientType"] = "CONFIDENTIAL", ["tokenAuthMethod"] = "NONE" }
        );

        Assert.Equal(("CONFIDENTIAL", "NONE"), (created["clientType"], created["tokenAuthMethod"]));
    }

    [Theory]
    [InlineData("clientType", "\"SECRET\"", "A031201")]
    [InlineData("grantTypes", """["MAGIC"]""", "A031201")]
    [InlineData("grantTypes", """["PASSWORD","PASSWORD"]""", "A031211")]
    [InlineData("contacts", "[null]", "A031205")]
    [InlineData("defaultMaxAge", "-1", "A031213")]
    [InlineData("extension", """{"accessTokenDuration":-1}""", "A031213")]
    [InlineData("redirectUris", "[null]", "A031205")]
    [InlineData("redirectUris", """["https://é.example.com"]""", "A031206")]
    [InlineData("redirectUris", """["callback"]""", "A031209")]
    [InlineData("redirectUris", """["/callback"]""", "A031209")]
    [InlineData("redirectUris", """["https://a.example.com#x"]""", "A031210")]
    [InlineData("redirectUris", """["https://a.example.com","https://a.example.com"]""", "A031211")]
    [InlineData("requestUris", """["request"]""", "A031209")]
    [InlineData("clientIdAlias", "\"é\"", "A031203")]
    [InlineData("developer", "\"é\"", "A031203")]
    [InlineData("logoUri", "\"logo.png\"", "A031202")]
    [InlineData("jwksUri", "\"jwks\"", "A031202")]
    [InlineData("loginUri", "\"http://a.example.com\"", "A031219")]
    [InlineData("bcNotificationEndpoint", "\"http://a.example.com\"", "A031219")]
    [InlineData("bcRequestSignAlg", "\"HS256\"", "A031222")]
    [InlineData("jwks", "\"{}\"", "A031212")]
    [InlineData("jwks", "\"{\\\"keys\\\":[],\\\"é\\\":1}\"", "A031216")]
    [InlineData("attributes", """[{"value":"x"}]""", "A031225")]
    [InlineData("clientNames", """[{"value":"x"}]""", "A032201")]
    [InlineData("clientNames", """[{"tag":"en"}]""", "A032202")]
    [InlineData("clientNames", """[{"tag":"en","value":"x"},{"tag":"en","value":"y"}]""", "A032203")]
    [InlineData("logoUris", """[{"tag":"en","value":"logo"}]""", "A032204")]
    [InlineData("clientNames", """[{"tag":"é","value":"x"}]""", "A032206")]
    [InlineData("logoUris", """[{"tag":"en","value":"https://é.example.com"}]""", "A032208")]
    [InlineData("sectorIdentifierUri", "\"http://a.example.com\"", "A032210")]
    [InlineData("idTokenEncryptionEnc", "\"A128GCM\"", "A032211")]
    [InlineData("userInfoEncryptionEnc", "\"A128GCM\"", "A032212")]
    [InlineData("requestEncryptionEnc", "\"A128GCM\"", "A032213")]
    [InlineData("authorizationEncryptionEnc", "\"A128GCM\"", "A032214")]
    [InlineData("bcDeliveryMode", "\"PING\"", "A032215")]
    [InlineData("tokenAuthMethod", "\"TLS_CLIENT_AUTH\"", "A032217")]
    [InlineData("tlsClientAuthSubjectDn", "\"nonsense\"", "A032218")]
    [InlineData("customMetadata", "\"[]\"", "A032223")]
    public async Task A_wrong_field_is_refused_at_creation_and_at_update(string name, string value, string code)
    {
        await using var api = await SandboxApi.StartAsync();
        var before = (await api.GetAsync("/client/get/" + api.Client.ClientId)).Text;
        var client = new JsonObject { [name] = JsonNode.Parse(value) };

        var created = await api.PostAsync("/client/create", client);
        var updated = await api.PostAsync("/client/update/" + api.Client.ClientId, client);

        Assert.Equal((400, code), (created.Status, created.Code));
        Assert.Equal((400, code), (updated.Status, updated.Code));
        Assert.StartsWith($"[{code}] /client/create, ", created["resultMessage"]);
        Assert.Equal("2", (await api.GetAsync("/client/get/list"))["totalCount"]);
        Assert.Equal(before, (await api.GetAsync("/client/get/" + api.Client.ClientId)).Text);
    }

    [Fact]
    public async Task Fields_that_exclude_each_other_are_refused()
    {
        await using var api = await SandboxApi.StartAsync();

        var subjects = await api.PostAsync(
            "/client/create",
            new JsonObject { ["tlsClientAuthSubjectDn"] = "CN=client", ["tlsClientAuthSanDns"] = "client.example.com" }
        );
        Assert.Equal("A032216", subjects.Code);
        var pairwise = await api.PostAsync(
            "/client/create",
            new JsonObject
            {
                ["subjectType"] = "PAIRWISE",
                ["redirectUris"] = new JsonArray("https://a.example.com", "https://b.example.com"),
            }
        );
        Assert.Equal("A032221", pairwise.Code);
    }

    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 400)]
    public async Task A_redirect_URI_has_at_most_200_characters(int length, int status)
    {
        await using var api = await SandboxApi.StartAsync();
        var uri = "https://a.example.com/".PadRight(length, 'x');

        var reply = await api.PostAsync("/client/create", new JsonObject { ["redirectUris"] = new JsonArray(uri) });

        Assert.Equal(status, reply.Status);
        if (status == 400)
        {
            Assert.Equal("A031207", reply.Code);
        }
    }

    [Theory]
    [InlineData("clientName", 100)]
    [InlineData("description", 200)]
    public async Task Texts_have_a_greatest_length(string name, int length)
    {
        await using var api = await SandboxApi.StartAsync();

        Assert.Equal(200, (await api.PostAsync("/client/create", new JsonObject { [name] = new string('n', length) })).Status);
        Assert.Equal("A031204", (await api.PostAsync("/client/create", new JsonObject { [name] = new string('n', length + 1) })).Code);
    }

    [Fact]
    public async Task Private_keys_and_too_many_attributes_are_refused()
    {
        await using var api = await SandboxApi.StartAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal(
            "A031212",
            (await api.PostAsync("/client/create", new JsonObject { ["jwks"] = Jws.JwkSet(key, privateHalf: true) })).Code
        );
        Assert.Equal(200, (await api.PostAsync("/client/create", new JsonObject { ["jwks"] = Jws.JwkSet(key) })).Status);

        var big = new JsonArray(new JsonObject { ["key"] = "k", ["value"] = new string('v', 65535) });
        Assert.Equal("A032222", (await api.PostAsync("/client/create", new JsonObject { ["attributes"] = big })).Code);
    }

    [Fact]
    public async Task A_body_is_needed()
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await api.SendTextAsync(HttpMethod.Post, "/client/create", "");

        Assert.Equal((400, "A032209"), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData("start=x", "A028201")]
    [InlineData("start=-1", "A028202")]
    [InlineData("end=x", "A028203")]
    [InlineData("end=-1", "A028204")]
    public async Task A_wrong_page_is_refused(string query, string code)
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await api.GetAsync("/client/get/list?" + query);

        Assert.Equal((400, code), (reply.Status, reply.Code));
    }
}
