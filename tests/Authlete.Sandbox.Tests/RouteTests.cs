using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

/// <summary>Methods and paths that Authlete documents elsewhere, or that its libraries use.</summary>
public sealed class RouteTests
{
    [Theory]
    [InlineData("GET", "/client/authorization/get/list?subject=john", null)]
    [InlineData("GET", "/client/authorization/get/list/john", null)]
    [InlineData("POST", "/client/authorization/get/list", """{"subject":"john"}""")]
    [InlineData("POST", "/client/authorization/get/list/john", null)]
    [InlineData("POST", "/client/authorization/get/list?subject=john", "")]
    public async Task Authorized_clients_are_listed(string method, string path, string? body)
    {
        await using var api = await SandboxApi.StartAsync();
        await api.CreateTokenAsync("john", "accounts");
        await api.CreateTokenAsync("jane", "accounts");

        var reply = await api.SendTextAsync(new HttpMethod(method), path, body);

        Assert.Equal((200, "john", "1"), (reply.Status, reply["subject"], reply["totalCount"]));
    }

    [Theory]
    [InlineData("""{"subject":"john","developer":"nobody","start":1,"end":3}""", "application/json")]
    [InlineData("subject=john&developer=nobody&start=1&end=3", "application/x-www-form-urlencoded")]
    public async Task A_JSON_or_form_body_has_the_same_meaning_as_a_query(string body, string mediaType)
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await api.SendTextAsync(HttpMethod.Post, "/client/authorization/get/list", body, mediaType);

        Assert.Equal(("john", "nobody", "1", "3"), (reply["subject"], reply["developer"], reply["start"], reply["end"]));
    }

    [Theory]
    [InlineData("[]", "application/json")]
    [InlineData("subject=%zz", "application/x-www-form-urlencoded")]
    public async Task A_body_that_cannot_be_read_is_malformed(string body, string mediaType)
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await api.SendTextAsync(HttpMethod.Post, "/client/authorization/get/list", body, mediaType);

        Assert.Equal((400, "A000201"), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData("DELETE", "?subject=john%2Fdoe", null)]
    [InlineData("DELETE", "/john%2Fdoe", null)]
    [InlineData("POST", "", """{"subject":"john/doe"}""")]
    [InlineData("POST", "/john%2Fdoe", null)]
    public async Task Tokens_of_a_user_are_deleted(string method, string rest, string? body)
    {
        await using var api = await SandboxApi.StartAsync();
        await api.CreateTokenAsync("john/doe", "accounts");

        var reply = await api.SendTextAsync(new HttpMethod(method), "/client/authorization/delete/" + api.ClientId + rest, body);

        Assert.Equal("A137001", reply.Code);
        Assert.Equal("0", (await api.GetAsync("/auth/token/get/list"))["totalCount"]);
    }

    [Theory]
    [InlineData("GET", "DELETE", "/john", null)]
    [InlineData("POST", "POST", "/john", null)]
    [InlineData("POST", "POST", "", """{"subject":"john"}""")]
    [InlineData("GET", "DELETE", "?subject=john", null)]
    public async Task Granted_scopes_are_read_and_deleted(string get, string delete, string rest, string? body)
    {
        await using var api = await SandboxApi.StartAsync();
        await api.GrantAsync("john", "accounts");

        var read = await api.SendTextAsync(new HttpMethod(get), "/client/granted_scopes/get/" + api.ClientId + rest, body);
        var deleted = await api.SendTextAsync(new HttpMethod(delete), "/client/granted_scopes/delete/" + api.ClientId + rest, body);

        Assert.Equal(("A139002", "john"), (read.Code, read["subject"]));
        Assert.Equal("A140002", deleted.Code);
    }

    [Fact]
    public async Task Requestable_scopes_are_updated_by_POST_as_well()
    {
        await using var api = await SandboxApi.StartAsync();
        var path = "/client/extension/requestable_scopes/update/" + api.ClientId;

        var reply = await api.PostAsync(path, new JsonObject { ["requestableScopes"] = new JsonArray("email") });

        Assert.Equal("""{"requestableScopes":["email"]}""", reply.Text);
        Assert.Equal("A128202", (await api.PostAsync(path, new JsonObject { ["requestableScopes"] = "email" })).Code);
    }

    [Fact]
    public async Task The_configuration_is_read_by_POST_as_well()
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await api.PostAsync(
            "/service/configuration",
            new JsonObject { ["pretty"] = true, ["patch"] = """[{"op":"remove","path":"/jwks_uri"}]""" }
        );

        Assert.Equal(200, reply.Status);
        Assert.Contains("\n", reply.Text);
        Assert.False(reply.Json.ContainsKey("jwks_uri"));
        Assert.Equal(
            (await api.GetAsync("/service/configuration")).Text,
            (await api.SendTextAsync(HttpMethod.Post, "/service/configuration", null)).Text
        );
    }

    [Fact]
    public async Task A_key_is_deleted_by_GET_as_well()
    {
        await using var api = await SandboxApi.StartAsync();
        var key = await api.PostAsync(
            "/hsk/create",
            new JsonObject
            {
                ["kty"] = "EC",
                ["use"] = "sig",
                ["alg"] = "ES256",
                ["hsmName"] = "google",
            }
        );
        var handle = (string)key.Json["hsk"]!["handle"]!;

        var deleted = await api.GetAsync("/hsk/delete/" + handle);

        Assert.Equal((200, "A270001", "SUCCESS"), (deleted.Status, deleted.Code, deleted.Action));
        Assert.Equal(handle, (string?)deleted.Json["hsk"]!["handle"]);
        Assert.Equal("A268202", (await api.GetAsync("/hsk/get/" + handle)).Code);
    }

    [Theory]
    [InlineData("GET", "/client/create", 405)]
    [InlineData("GET", "/client/granted_scopes/delete/1", 405)]
    [InlineData("PUT", "/client/authorization/get/list", 405)]
    [InlineData("POST", "/client/get/list", 405)]
    [InlineData("POST", "/hsk/delete/1", 405)]
    [InlineData("GET", "/client/authorization/get/list/john/more", 404)]
    [InlineData("GET", "/client/authorization/get/list/", 404)]
    [InlineData("GET", "/client/get/1/john", 404)]
    [InlineData("GET", "/service/configuration/john", 404)]
    public async Task There_are_no_others(string method, string path, int status)
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await api.SendTextAsync(new HttpMethod(method), path, null);

        Assert.Equal((status, "A000201"), (reply.Status, reply.Code));
    }
}
