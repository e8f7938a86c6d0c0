using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

/// <summary>The settings that a server with typed storage keeps.</summary>
public sealed class TypedServerTests
{
    private const string Unknown = """
        {"clientName":"c","supportedResponseTypes":["CODE"],"future":{"a":1},
         "extension":{"future":1,"accessTokenDuration":7},"attributes":[{"key":"k","value":"v","future":1}],
         "supportedScopes":[{"name":"s","future":1,"attributes":[{"key":"k","value":"v","future":1}]}]}
        """;

    [Fact]
    public async Task Members_that_a_client_does_not_have_are_dropped_at_any_depth()
    {
        await using var api = await SandboxApi.StartAsync();

        var created = await api.PostAsync("/client/create", (JsonObject)JsonNode.Parse(Unknown)!);
        var updated = await api.PostAsync("/client/update/" + created["clientId"], (JsonObject)JsonNode.Parse(Unknown)!);

        foreach (var reply in new[] { created, updated })
        {
            Assert.Equal((200, "c"), (reply.Status, reply["clientName"]));
            Assert.DoesNotContain("future", reply.Text);
            Assert.DoesNotContain("supportedScopes", reply.Text);
            Assert.Equal(7, (int)reply.Json["extension"]!["accessTokenDuration"]!);
            Assert.Equal("""[{"key":"k","value":"v"}]""", reply.Json["attributes"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task Members_that_a_service_does_not_have_are_dropped_at_any_depth()
    {
        await using var api = await SandboxApi.StartAsync();

        var created = await api.PostAsync("/service/create", (JsonObject)JsonNode.Parse(Unknown)!, owner: true);
        var updated = await api.PostAsync("/service/update/" + created["apiKey"], (JsonObject)JsonNode.Parse(Unknown)!, owner: true);

        foreach (var reply in new[] { created, updated })
        {
            Assert.Equal(200, reply.Status);
            Assert.DoesNotContain("future", reply.Text);
            Assert.DoesNotContain("clientName", reply.Text);
            Assert.Equal("""[{"key":"k","value":"v"}]""", reply.Json["supportedScopes"]![0]!["attributes"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task A_switch_in_the_options_keeps_unknown_members()
    {
        await using var api = await SandboxApi.StartAsync(keepUnknownMembers: true);

        var client = await api.PostAsync("/client/create", (JsonObject)JsonNode.Parse(Unknown)!);
        var service = await api.PostAsync("/service/create", (JsonObject)JsonNode.Parse(Unknown)!, owner: true);

        Assert.Equal("""{"a":1}""", client.Json["future"]!.ToJsonString());
        Assert.Equal(1, (int)client.Json["extension"]!["future"]!);
        Assert.Equal(1, (int)service.Json["supportedScopes"]![0]!["attributes"]![0]!["future"]!);
    }

    [Theory]
    [InlineData("""{"a":1,"b":{"c":"x"}}""", """{"a":1,"b":{"c":"x"}}""")]
    [InlineData("""{"b":2,"z":3,"a":1}""", """{"b":2,"a":1}""")]
    [InlineData("""{"z":3}""", null)]
    [InlineData("{}", "{}")]
    [InlineData(null, null)]
    public async Task Custom_metadata_keeps_the_names_that_the_service_supports(string? sent, string? kept)
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeServiceAsync(("supportedCustomClientMetadata", new JsonArray("a", "b")));

        var created = await api.PostAsync("/client/create", new JsonObject { ["customMetadata"] = sent });
        var updated = await api.PostAsync("/client/update/" + created["clientId"], new JsonObject { ["customMetadata"] = sent });

        Assert.Equal((200, kept, kept), (created.Status, created["customMetadata"], updated["customMetadata"]));
        Assert.Equal(kept, (await api.GetAsync("/client/get/" + created["clientId"]))["customMetadata"]);
    }

    [Fact]
    public async Task Without_supported_names_no_custom_metadata_is_kept()
    {
        await using var api = await SandboxApi.StartAsync();

        Assert.Null((await api.PostAsync("/client/create", new JsonObject { ["customMetadata"] = """{"a":1}""" }))["customMetadata"]);
    }

    [Fact]
    public async Task Only_scopes_of_the_service_are_requestable()
    {
        await using var api = await SandboxApi.StartAsync();
        var extension = JsonNode.Parse("""{"requestableScopesEnabled":true,"requestableScopes":["payments","nothing","email","email"]}""");

        var created = await api.PostAsync("/client/create", new JsonObject { ["extension"] = extension });

        Assert.Equal("""["email","payments"]""", created.Json["extension"]!["requestableScopes"]!.ToJsonString());
        await api.ChangeClientAsync(api.Client.ClientId, ("extension", extension!.DeepClone()));
        Assert.Equal(
            """{"requestableScopes":["email","payments"]}""",
            (await api.GetAsync("/client/extension/requestable_scopes/get/" + api.ClientId)).Text
        );
    }

    [Fact]
    public async Task A_developer_has_no_more_clients_than_the_service_allows()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeServiceAsync(("clientsPerDeveloper", 2));
        Assert.Equal("2", (await api.GetAsync("/service/get/" + api.Server.ServiceApiKey, owner: true))["clientsPerDeveloper"]);
        var mine = new JsonObject { ["developer"] = "ann" };

        var first = await api.PostAsync("/client/create", mine);
        Assert.Equal((200, 200), (first.Status, (await api.PostAsync("/client/create", mine)).Status));
        var third = await api.PostAsync("/client/create", mine);

        Assert.Equal((400, "A123601"), (third.Status, third.Code));
        Assert.Equal(200, (await api.PostAsync("/client/create", new JsonObject { ["developer"] = "bob" })).Status);
        // The seeded clients belong to the service's own developer, as do clients for which none is specified.
        Assert.Equal("A123601", (await api.PostAsync("/client/create", [])).Code);
        await api.DeleteAsync("/client/delete/" + first["clientId"]);
        Assert.Equal(200, (await api.PostAsync("/client/create", mine)).Status);
        await api.ChangeServiceAsync(("clientsPerDeveloper", 0));
        Assert.Equal(200, (await api.PostAsync("/client/create", mine)).Status);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(499, 0)]
    [InlineData(500, 1000)]
    [InlineData(999, 1000)]
    public async Task The_answer_to_an_update_has_milliseconds_and_what_is_read_later_does_not(int milliseconds, int rounded)
    {
        await using var api = await SandboxApi.StartAsync();
        var start = api.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        api.Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        var (client, service) = ("/client/get/" + api.ClientId, "/service/get/" + api.Server.ServiceApiKey);

        var updatedClient = await api.PostAsync("/client/update/" + api.ClientId, (await api.GetAsync(client)).Json);
        var updatedService = await api.PostAsync(
            "/service/update/" + api.Server.ServiceApiKey,
            (await api.GetAsync(service, owner: true)).Json,
            owner: true
        );

        Assert.Equal((start + milliseconds, start + milliseconds), (Modified(updatedClient), Modified(updatedService)));
        Assert.Equal(start + rounded, Modified(await api.GetAsync(client)));
        Assert.Equal(start + rounded, Modified(await api.GetAsync(service, owner: true)));
        Assert.Equal(start, (long)updatedClient.Json["createdAt"]!);
    }

    private static long Modified(ApiReply reply) => (long)reply.Json["modifiedAt"]!;
}
