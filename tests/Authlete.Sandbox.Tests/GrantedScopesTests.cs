using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class GrantedScopesTests
{
    [Fact]
    public async Task Grants_are_recorded_as_the_latest_and_merged()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.GrantAsync("john", "payments accounts");
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        await api.GrantAsync("john", "email");

        var reply = await GetAsync(api);

        Assert.Equal((200, "A139002"), (reply.Status, reply.Code));
        Assert.Equal("""["email"]""", reply.Json["latestGrantedScopes"]!.ToJsonString());
        Assert.Equal("""["accounts","email","payments"]""", reply.Json["mergedGrantedScopes"]!.ToJsonString());
        Assert.Equal(api.Server.ServiceApiKey, reply["serviceApiKey"]);
        Assert.Equal(api.Client.ClientId, (long)reply.Json["clientId"]!);
        Assert.Equal("john", reply["subject"]);
        Assert.Equal(api.Clock.GetUtcNow().ToUnixTimeMilliseconds(), (long)reply.Json["modifiedAt"]!);
    }

    [Fact]
    public async Task Without_a_grant_there_is_no_list_and_after_one_without_scopes_an_empty_list()
    {
        await using var api = await SandboxApi.StartAsync();

        var before = await GetAsync(api);
        Assert.Equal((200, "A139001"), (before.Status, before.Code));
        Assert.Null(before.Json["latestGrantedScopes"]);
        Assert.Null(before.Json["mergedGrantedScopes"]);

        await api.GrantAsync("john", "unknown");
        var after = await GetAsync(api);
        Assert.Equal("A139002", after.Code);
        Assert.Empty(after.Json["latestGrantedScopes"]!.AsArray());
        Assert.Empty(after.Json["mergedGrantedScopes"]!.AsArray());
    }

    [Fact]
    public async Task The_scopes_that_the_caller_chose_at_issue_are_recorded()
    {
        await using var api = await SandboxApi.StartAsync();
        var parameters = SandboxApi.Form(
            ("response_type", "code"),
            ("client_id", api.Client.ClientId.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("scope", "accounts payments")
        );
        var request = await api.PostAsync("/auth/authorization", new JsonObject { ["parameters"] = parameters });
        await api.PostAsync(
            "/auth/authorization/issue",
            new JsonObject
            {
                ["ticket"] = request["ticket"],
                ["subject"] = "john",
                ["scopes"] = new JsonArray("payments"),
            }
        );

        Assert.Equal("""["payments"]""", (await GetAsync(api)).Json["latestGrantedScopes"]!.ToJsonString());
    }

    [Fact]
    public async Task A_record_is_deleted_once_and_that_of_another_user_stays()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.GrantAsync("john", "accounts");
        await api.GrantAsync("mary", "accounts");
        var path = $"/client/granted_scopes/delete/{api.Client.ClientId}?subject=john";

        var first = await api.DeleteAsync(path);
        var second = await api.DeleteAsync(path);

        Assert.Equal((200, "A140002"), (first.Status, first.Code));
        Assert.Equal((200, "A140001"), (second.Status, second.Code));
        Assert.Equal("A139001", (await GetAsync(api)).Code);
        Assert.Equal("A139002", (await api.GetAsync($"/client/granted_scopes/get/{api.Client.ClientId}?subject=mary")).Code);
    }

    [Fact]
    public async Task A_missing_subject_or_client_is_refused()
    {
        await using var api = await SandboxApi.StartAsync();

        var get = await api.GetAsync($"/client/granted_scopes/get/{api.Client.ClientId}");
        Assert.Equal((400, "A139202"), (get.Status, get.Code));
        var delete = await api.DeleteAsync($"/client/granted_scopes/delete/{api.Client.ClientId}?subject=");
        Assert.Equal((400, "A140202"), (delete.Status, delete.Code));
        var unknown = await api.GetAsync("/client/granted_scopes/get/12345?subject=john");
        Assert.Equal((404, "A001212"), (unknown.Status, unknown.Code));
    }

    private static Task<ApiReply> GetAsync(SandboxApi api) =>
        api.GetAsync($"/client/granted_scopes/get/{api.Client.ClientId}?subject=john");
}
