using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class ClientAuthorizationTests
{
    private const string List = "/client/authorization/get/list?subject=john";

    [Fact]
    public async Task The_clients_that_hold_tokens_of_a_user_are_listed_once_each()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.CreateTokenAsync("john", "accounts");
        await api.CreateTokenAsync("john", "payments");
        await api.CreateTokenAsync("mary", "payments");

        var reply = await api.GetAsync(List);

        Assert.Equal(200, reply.Status);
        Assert.Equal("1", reply["totalCount"]);
        Assert.Equal(("0", "5", "john"), (reply["start"], reply["end"], reply["subject"]));
        Assert.Equal(api.Client.ClientId, (long)reply.Json["clients"]![0]!["clientId"]!);
        Assert.Null(reply.Code);
        Assert.Equal("0", (await api.GetAsync("/client/authorization/get/list?subject=jane"))["totalCount"]);
    }

    [Fact]
    public async Task The_list_is_paged_and_filtered_by_developer()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeClientAsync(api.Client.ClientId, ("developer", "ann"));
        await api.CreateTokenAsync("john", "accounts");
        await api.PostAsync(
            "/auth/token/create",
            new JsonObject
            {
                ["grantType"] = "AUTHORIZATION_CODE",
                ["clientId"] = api.Server.PublicClient.ClientId,
                ["subject"] = "john",
            }
        );

        var second = await api.GetAsync(List + "&start=1&end=2");
        Assert.Equal("2", second["totalCount"]);
        Assert.Equal(api.Server.PublicClient.ClientId, (long)Assert.Single(second.Json["clients"]!.AsArray())!["clientId"]!);
        var ofAnn = await api.GetAsync(List + "&developer=ann");
        Assert.Equal("ann", ofAnn["developer"]);
        Assert.Equal(api.Client.ClientId, (long)Assert.Single(ofAnn.Json["clients"]!.AsArray())!["clientId"]!);
    }

    [Theory]
    [InlineData("subject=john&start=x", "A136201")]
    [InlineData("subject=john&start=-1", "A136202")]
    [InlineData("subject=john&end=x", "A136203")]
    [InlineData("subject=john&end=-1", "A136204")]
    [InlineData("start=0", "A136206")]
    [InlineData("subject=", "A136206")]
    public async Task A_wrong_list_request_is_refused(string query, string code)
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await api.GetAsync("/client/authorization/get/list?" + query);

        Assert.Equal((400, code), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task An_update_sets_the_known_scopes_of_the_users_tokens_and_counts_them()
    {
        await using var api = await SandboxApi.StartAsync();
        var first = await api.CreateTokenAsync("john", "accounts");
        await api.CreateTokenAsync("john", "accounts");
        var other = await api.CreateTokenAsync("mary", "accounts");

        var reply = await api.PostAsync(
            $"/client/authorization/update/{api.Client.ClientId}",
            new JsonObject { ["subject"] = "john", ["scopes"] = new JsonArray("payments", "nothing", "email") }
        );

        Assert.Equal((200, "A138001"), (reply.Status, reply.Code));
        Assert.Contains("2 access token(s)", reply["resultMessage"]);
        Assert.Equal("email payments", await ScopesAsync(api, first));
        Assert.Equal("accounts", await ScopesAsync(api, other));
    }

    [Fact]
    public async Task An_update_without_scopes_leaves_them()
    {
        await using var api = await SandboxApi.StartAsync();
        var token = await api.CreateTokenAsync("john", "accounts");

        var reply = await api.PostAsync($"/client/authorization/update/{api.Client.ClientId}", new JsonObject { ["subject"] = "john" });

        Assert.Contains("1 access token(s)", reply["resultMessage"]);
        Assert.Equal("accounts", await ScopesAsync(api, token));
    }

    [Fact]
    public async Task A_deletion_ends_the_users_tokens_of_this_client_only()
    {
        await using var api = await SandboxApi.StartAsync();
        var token = await api.CreateTokenAsync("john", "accounts");
        var other = await api.CreateTokenAsync("mary", "accounts");
        var path = $"/client/authorization/delete/{api.Client.ClientId}?subject=john";

        var reply = await api.DeleteAsync(path);

        Assert.Equal((200, "A137001"), (reply.Status, reply.Code));
        Assert.Contains("1 access token(s)", reply["resultMessage"]);
        Assert.Equal("A057302", (await IntrospectAsync(api, token)).Code);
        Assert.Equal("OK", (await IntrospectAsync(api, other)).Action);
        Assert.Equal("0", (await api.GetAsync(List))["totalCount"]);
        var again = await api.DeleteAsync(path);
        Assert.Equal((200, "A137001"), (again.Status, again.Code));
        Assert.Contains("0 access token(s)", again["resultMessage"]);
    }

    [Fact]
    public async Task A_missing_subject_is_refused()
    {
        await using var api = await SandboxApi.StartAsync();

        var update = await api.PostAsync(
            $"/client/authorization/update/{api.Client.ClientId}",
            new JsonObject { ["scopes"] = new JsonArray("email") }
        );
        Assert.Equal((400, "A138201"), (update.Status, update.Code));
        var delete = await api.DeleteAsync($"/client/authorization/delete/{api.Client.ClientId}");
        Assert.Equal((400, "A137202"), (delete.Status, delete.Code));
    }

    [Fact]
    public async Task A_client_that_cannot_be_used_is_refused()
    {
        await using var api = await SandboxApi.StartAsync();
        Assert.Equal("A001212", (await api.DeleteAsync("/client/authorization/delete/1?subject=john")).Code);
        Assert.Equal("A001216", (await api.DeleteAsync("/client/authorization/delete/x?subject=john")).Code);

        await api.PostAsync($"/client/lock_flag/update/{api.Client.ClientId}", new JsonObject { ["clientLocked"] = true });
        var locked = await api.DeleteAsync($"/client/authorization/delete/{api.Client.ClientId}?subject=john");
        Assert.Equal((403, "A001215"), (locked.Status, locked.Code));

        await api.DeleteAsync($"/client/delete/{api.Server.PublicClient.ClientId}");
        Assert.Equal(
            "A001214",
            (await api.DeleteAsync($"/client/authorization/delete/{api.Server.PublicClient.ClientId}?subject=john")).Code
        );

        var service = await api.CreateServiceAsync();
        api.UseService(service["apiKey"]!.ToString(), (string)service["apiSecret"]!);
        var foreign = await api.DeleteAsync($"/client/authorization/delete/{api.Client.ClientId}?subject=john");
        Assert.Equal((403, "A001213"), (foreign.Status, foreign.Code));
    }

    private static async Task<string> ScopesAsync(SandboxApi api, ApiReply token) =>
        string.Join(' ', (await IntrospectAsync(api, token)).Json["scopes"]!.AsArray());

    private static Task<ApiReply> IntrospectAsync(SandboxApi api, ApiReply token) =>
        api.PostAsync("/auth/introspection", new JsonObject { ["token"] = token["accessToken"] });
}
