using System;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;
using static Authlete.Sandbox.Tests.Support.RegistrationSteps;

namespace Authlete.Sandbox.Tests;

/// <summary>A registered client reads, replaces, and deletes its registration.</summary>
public sealed class RegistrationManagementTests
{
    [Fact]
    public async Task The_registration_is_read_with_its_token()
    {
        await using var api = await SandboxApi.StartAsync();
        var created = await RegisterAsync(api, """{"client_name":"Dynamic"}""");

        var reply = await ManageAsync(api, "get", created);

        Assert.Equal((200, "A217001", "OK"), (reply.Status, reply.Code, reply.Action));
        Assert.True(JsonNode.DeepEquals(created.Content, reply.Content));
        Assert.True(JsonNode.DeepEquals(created.Json["client"], reply.Json["client"]));
    }

    [Fact]
    public async Task An_update_replaces_the_metadata_as_a_whole()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeServiceAsync(("supportedCustomClientMetadata", new JsonArray("department")));
        var created = await RegisterAsync(
            api,
            """{"client_name":"Old","client_name#ja":"古い","contacts":["a@example.com"],"department":"sales"}"""
        );
        Assert.Equal("sales", (string?)created.Content["department"]);
        var id = (string)created.Content["client_id"]!;
        await api.ChangeClientAsync(long.Parse(id, CultureInfo.InvariantCulture), ("description", "Kept"));
        api.Clock.Advance(TimeSpan.FromMinutes(1));

        var reply = await ManageAsync(
            api,
            "update",
            created,
            (
                "json",
                new JsonObject
                {
                    ["client_id"] = id,
                    ["client_name"] = "New",
                    ["client_secret"] = (string?)created.Content["client_secret"],
                }.ToJsonString()
            )
        );

        Assert.Equal((200, "A213001", "UPDATED"), (reply.Status, reply.Code, reply.Action));
        Assert.Equal("New", (string?)reply.Content["client_name"]);
        foreach (var name in new[] { "contacts", "department", "client_name#ja" })
        {
            Assert.False(reply.Content.ContainsKey(name));
        }

        Assert.Equal((string?)created.Content["client_secret"], (string?)reply.Content["client_secret"]);
        Assert.Equal((string?)created.Content["registration_access_token"], (string?)reply.Content["registration_access_token"]);
        var client = (await api.GetAsync("/client/get/" + id)).Json;
        Assert.Equal(("New", "Kept"), ((string?)client["clientName"], (string?)client["description"]));
        Assert.True((bool)client["dynamicallyRegistered"]!);
        Assert.Equal(60_000, (long)client["modifiedAt"]! - (long)client["createdAt"]!);
    }

    [Theory]
    [InlineData("""{"client_name":"New"}""", "A214301")]
    [InlineData("""{"client_id":"1","client_name":"New"}""", "A214302")]
    [InlineData("""{"client_id":"ID","client_secret":"wrong"}""", "A215304")]
    [InlineData("""{"client_id":"ID","client_name":1}""", "A204308")]
    [InlineData("", "A203302")]
    public async Task A_wrong_update_is_refused_and_changes_nothing(string json, string code)
    {
        await using var api = await SandboxApi.StartAsync();
        var created = await RegisterAsync(api, """{"client_name":"Old"}""");
        var id = (string)created.Content["client_id"]!;

        var reply = await ManageAsync(api, "update", created, ("json", json.Replace("ID", id, StringComparison.Ordinal)));

        Assert.Equal((200, code, "BAD_REQUEST"), (reply.Status, reply.Code, reply.Action));
        Assert.Equal("Old", (string?)(await api.GetAsync("/client/get/" + id)).Json["clientName"]);
    }

    [Fact]
    public async Task A_deletion_ends_the_client_its_token_and_its_tokens()
    {
        await using var api = await SandboxApi.StartAsync();
        var created = await RegisterAsync(api, "{}");
        var id = (string)created.Content["client_id"]!;
        var token = await api.PostAsync(
            "/auth/token/create",
            new JsonObject { ["grantType"] = "CLIENT_CREDENTIALS", ["clientId"] = long.Parse(id, CultureInfo.InvariantCulture) }
        );

        var reply = await ManageAsync(api, "delete", created);

        Assert.Equal((200, "A216001", "DELETED"), (reply.Status, reply.Code, reply.Action));
        Assert.Equal(id, reply.Json["client"]!["clientId"]!.ToString());
        Assert.Null(reply["responseContent"]);
        Assert.Equal("A027203", (await api.GetAsync("/client/get/" + id)).Code);
        Assert.Equal("A057302", (await api.PostAsync("/auth/introspection", new JsonObject { ["token"] = token["accessToken"] })).Code);
        Assert.Equal("A215302", (await ManageAsync(api, "delete", created)).Code);
    }

    [Theory]
    [InlineData("clientId", "x", "A215301")]
    [InlineData("clientId", "1", "A215302")]
    [InlineData("token", "", "A215305")]
    [InlineData("token", "wrong", "A215307")]
    public async Task A_wrong_token_or_client_is_unauthorized_only_where_the_service_says_so(string name, string value, string code)
    {
        await using var api = await SandboxApi.StartAsync();
        var created = await RegisterAsync(api, "{}");

        foreach (var operation in new[] { "get", "update", "delete" })
        {
            var reply = await ManageAsync(api, operation, created, ("json", "{}"), (name, value));
            Assert.Equal((200, code, "BAD_REQUEST"), (reply.Status, reply.Code, reply.Action));
            Assert.Equal("invalid_token", (string?)reply.Content["error"]);
        }

        await api.ChangeServiceAsync(("unauthorizedOnClientConfigSupported", true));
        foreach (var operation in new[] { "get", "update", "delete" })
        {
            Assert.Equal((code, "UNAUTHORIZED"), Result(await ManageAsync(api, operation, created, ("json", "{}"), (name, value))));
        }

        Assert.Equal("3", (await api.GetAsync("/client/get/list"))["totalCount"]);
    }

    [Fact]
    public async Task A_client_of_the_developer_or_a_locked_one_cannot_manage_itself()
    {
        await using var api = await SandboxApi.StartAsync();
        var created = await RegisterAsync(api, "{}");
        var own = api.Client.ClientId.ToString(CultureInfo.InvariantCulture);
        Assert.Equal("A215303", (await ManageAsync(api, "get", created, ("clientId", own))).Code);

        await api.PostAsync("/client/lock_flag/update/" + created.Content["client_id"], new JsonObject { ["clientLocked"] = true });
        Assert.Equal("A262203", (await ManageAsync(api, "get", created)).Code);
    }

    [Fact]
    public async Task A_service_without_dynamic_registration_refuses_all_of_it()
    {
        await using var api = await SandboxApi.StartAsync();
        var created = await RegisterAsync(api, "{}");
        await api.ChangeServiceAsync(("dynamicRegistrationSupported", false));

        Assert.Equal(("A206201", "BAD_REQUEST"), Result(await RegisterAsync(api, "{}")));
        foreach (var operation in new[] { "get", "update", "delete" })
        {
            Assert.Equal(("A206201", "BAD_REQUEST"), Result(await ManageAsync(api, operation, created, ("json", "{}"))));
        }
    }

    [Fact]
    public async Task The_management_endpoint_has_precedence_and_without_any_there_is_no_URI()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeServiceAsync(("registrationManagementEndpoint", "https://as.example.com/manage/"));
        var managed = await RegisterAsync(api, "{}");
        Assert.Equal("https://as.example.com/manage/" + managed.Content["client_id"], (string?)managed.Content["registration_client_uri"]);

        await api.ChangeServiceAsync(("registrationManagementEndpoint", null), ("registrationEndpoint", null));
        Assert.False((await RegisterAsync(api, "{}")).Content.ContainsKey("registration_client_uri"));
    }
}
