using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class TokenOperationsTests
{
    [Fact]
    public async Task Tokens_are_listed_by_their_hashes()
    {
        await using var api = await SandboxApi.StartAsync();
        api.Clock.Advance(TimeSpan.FromMilliseconds(700));
        var token = await api.CreateTokenAsync("john", "payments", "accounts");

        var reply = await api.GetAsync("/auth/token/get/list");

        Assert.Equal(("0", "5", "1"), (reply["start"], reply["end"], reply["totalCount"]));
        var entry = Assert.Single(reply.Json["accessTokens"]!.AsArray())!;
        Assert.Equal(43, ((string)entry["accessTokenHash"]!).Length);
        Assert.DoesNotContain(token["accessToken"]!, reply.Text);
        Assert.DoesNotContain(token["refreshToken"]!, reply.Text);
        Assert.Equal("""["accounts","payments"]""", entry["scopes"]!.ToJsonString());
        Assert.Equal(("john", "AUTHORIZATION_CODE"), ((string?)entry["subject"], (string?)entry["grantType"]));
        Assert.Equal(0, (long)entry["lastRefreshedAt"]!);
        var now = api.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.Equal(now + 300, (long)entry["createdAt"]!);
    }

    [Fact]
    public async Task The_list_is_filtered_and_paged()
    {
        await using var api = await SandboxApi.StartAsync();
        foreach (var subject in new[] { "john", "mary", "john" })
        {
            await api.CreateTokenAsync(subject, "accounts");
        }

        Assert.Equal("2", (await api.GetAsync("/auth/token/get/list?subject=john"))["totalCount"]);
        Assert.Equal("0", (await api.GetAsync($"/auth/token/get/list?clientIdentifier={api.Server.PublicClient.ClientId}"))["totalCount"]);
        var page = await api.GetAsync($"/auth/token/get/list?clientIdentifier={api.Client.ClientId}&start=1&end=2");
        Assert.Equal("3", page["totalCount"]);
        Assert.Equal(["mary"], page.Json["accessTokens"]!.AsArray().Select(entry => (string?)entry!["subject"]));
        Assert.Equal(api.Client.ClientId, (long)page.Json["client"]!["clientId"]!);
        Assert.Equal("A001218", (await api.GetAsync("/auth/token/get/list?clientIdentifier=nobody")).Code);
    }

    [Theory]
    [InlineData("start=x", "A159201")]
    [InlineData("start=-1", "A159202")]
    [InlineData("end=x", "A159203")]
    [InlineData("end=-1", "A159204")]
    public async Task A_wrong_page_is_refused(string query, string code)
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await api.GetAsync("/auth/token/get/list?" + query);

        Assert.Equal((400, code), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task An_update_changes_what_it_names_and_nothing_else()
    {
        await using var api = await SandboxApi.StartAsync();
        var token = await api.CreateTokenAsync("john", "accounts");
        var expiresAt = api.Clock.GetUtcNow().AddHours(5).ToUnixTimeMilliseconds();

        var reply = await UpdateAsync(api, ("accessToken", token["accessToken"]), ("accessTokenExpiresAt", expiresAt));
        Assert.Equal((200, "A135001", "OK"), (reply.Status, reply.Code, reply.Action));
        Assert.Equal(expiresAt, (long)reply.Json["accessTokenExpiresAt"]!);
        Assert.Equal("""["accounts"]""", reply.Json["scopes"]!.ToJsonString());

        var hash = (string)(await api.GetAsync("/auth/token/get/list")).Json["accessTokens"]![0]!["accessTokenHash"]!;
        var byHash = await UpdateAsync(
            api,
            ("accessTokenHash", hash),
            ("scopes", new JsonArray("payments", "nothing")),
            ("accessTokenExpiresAt", -1)
        );
        Assert.Equal("""["payments"]""", byHash.Json["scopes"]!.ToJsonString());
        Assert.Equal(expiresAt, (long)byHash.Json["accessTokenExpiresAt"]!);
        var introspected = await api.PostAsync("/auth/introspection", new JsonObject { ["token"] = token["accessToken"] });
        Assert.Equal("""["payments"]""", introspected.Json["scopes"]!.ToJsonString());
    }

    [Fact]
    public async Task An_empty_member_names_no_token()
    {
        await using var api = await SandboxApi.StartAsync();
        var token = await api.CreateTokenAsync("john", "accounts");
        var hash = (string)(await api.GetAsync("/auth/token/get/list")).Json["accessTokens"]![0]!["accessTokenHash"]!;

        Assert.Equal("OK", (await UpdateAsync(api, ("accessToken", ""), ("accessTokenHash", hash))).Action);
        Assert.Equal("OK", (await api.PostAsync("/auth/introspection", new JsonObject { ["token"] = token["accessToken"] })).Action);
    }

    [Fact]
    public async Task A_new_value_replaces_the_old_one()
    {
        await using var api = await SandboxApi.StartAsync();
        var token = await api.CreateTokenAsync("john", "accounts");

        var reply = await UpdateAsync(api, ("accessToken", token["accessToken"]), ("accessTokenValueUpdated", true));

        Assert.NotEqual(token["accessToken"], reply["accessToken"]);
        Assert.Equal("A057302", (await api.PostAsync("/auth/introspection", new JsonObject { ["token"] = token["accessToken"] })).Code);
        Assert.Equal("OK", (await api.PostAsync("/auth/introspection", new JsonObject { ["token"] = reply["accessToken"] })).Action);
    }

    [Fact]
    public async Task An_update_without_a_usable_token_is_refused()
    {
        await using var api = await SandboxApi.StartAsync();
        var token = await api.CreateTokenAsync("john", "accounts");

        Assert.Equal(("A134201", "BAD_REQUEST"), Result(await UpdateAsync(api, ("scopes", new JsonArray()))));
        Assert.Equal(("A134202", "NOT_FOUND"), Result(await UpdateAsync(api, ("accessToken", "unknown"))));
        var service = await api.CreateServiceAsync();
        api.UseService(service["apiKey"]!.ToString(), (string)service["apiSecret"]!);
        Assert.Equal(("A134203", "FORBIDDEN"), Result(await UpdateAsync(api, ("accessToken", token["accessToken"]))));
    }

    [Fact]
    public async Task A_token_is_deleted_by_its_value_or_its_hash_by_its_own_service()
    {
        await using var api = await SandboxApi.StartAsync();
        var first = await api.CreateTokenAsync("john", "accounts");
        await api.CreateTokenAsync("mary", "accounts");
        var hash = (string)(await api.GetAsync("/auth/token/get/list?subject=mary")).Json["accessTokens"]![0]!["accessTokenHash"]!;
        var service = await api.CreateServiceAsync();
        api.UseService(service["apiKey"]!.ToString(), (string)service["apiSecret"]!);
        var foreign = await api.DeleteAsync("/auth/token/delete/" + first["accessToken"]);
        Assert.Equal((403, "A161203"), (foreign.Status, foreign.Code));

        api.UseService(api.Server.ServiceApiKey, api.Server.ServiceApiSecret);
        Assert.Equal(204, (await api.DeleteAsync("/auth/token/delete/" + first["accessToken"])).Status);
        Assert.Equal(204, (await api.DeleteAsync("/auth/token/delete/" + hash)).Status);
        var again = await api.DeleteAsync("/auth/token/delete/" + hash);
        Assert.Equal((404, "A161202"), (again.Status, again.Code));
        Assert.Equal("0", (await api.GetAsync("/auth/token/get/list"))["totalCount"]);
    }

    [Fact]
    public async Task Tokens_are_revoked_by_value_by_subject_and_by_client()
    {
        await using var api = await SandboxApi.StartAsync();
        var first = await api.CreateTokenAsync("john", "accounts");
        var second = await api.CreateTokenAsync("john", "accounts");
        await api.CreateTokenAsync("mary", "accounts");
        await api.CreateTokenAsync("jane", "accounts");
        await api.CreateTokenAsync("jane", "accounts");

        Assert.Equal(("A312001", "0"), await RevokeAsync(api));
        Assert.Equal(("A312001", "1"), await RevokeAsync(api, ("accessTokenIdentifier", first["accessToken"]!)));
        Assert.Equal(("A312001", "1"), await RevokeAsync(api, ("refreshTokenIdentifier", second["refreshToken"]!)));
        Assert.Equal(("A312001", "0"), await RevokeAsync(api, ("subject", "john")));
        var client = api.Client.ClientId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(("A312001", "1"), await RevokeAsync(api, ("subject", "mary"), ("clientIdentifier", client)));
        Assert.Equal(("A312001", "2"), await RevokeAsync(api, ("clientIdentifier", client)));
    }

    private static (string? Code, string? Action) Result(ApiReply reply) => (reply.Code, reply.Action);

    private static Task<ApiReply> UpdateAsync(SandboxApi api, params (string Name, JsonNode? Value)[] members) =>
        api.PostAsync("/auth/token/update", Body(members));

    private static async Task<(string? Code, string? Count)> RevokeAsync(SandboxApi api, params (string Name, JsonNode? Value)[] members)
    {
        var reply = await api.PostAsync("/auth/token/revoke", Body(members));
        return (reply.Code, reply["count"]);
    }

    private static JsonObject Body((string Name, JsonNode? Value)[] members)
    {
        var body = new JsonObject();
        foreach (var (name, value) in members)
        {
            body[name] = value;
        }

        return body;
    }
}
