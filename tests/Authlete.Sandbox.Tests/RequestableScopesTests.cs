using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class RequestableScopesTests
{
    [Fact]
    public async Task Initially_a_client_has_no_set_of_requestable_scopes()
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await api.GetAsync($"/client/extension/requestable_scopes/get/{api.Client.ClientId}");

        Assert.Equal((200, """{"requestableScopes":null}"""), (reply.Status, reply.Text));
    }

    [Fact]
    public async Task A_set_of_requestable_scopes_limits_the_client_and_ignores_unknown_scopes()
    {
        await using var api = await SandboxApi.StartAsync();

        var update = await UpdateAsync(api, """{"requestableScopes":["payments","nothing","email"]}""");

        Assert.Equal((200, """{"requestableScopes":["email","payments"]}"""), (update.Status, update.Text));
        Assert.Equal(update.Text, (await api.GetAsync($"/client/extension/requestable_scopes/get/{api.Client.ClientId}")).Text);
        var extension = (await api.GetAsync($"/client/get/{api.Client.ClientId}")).Json["extension"]!;
        Assert.True((bool)extension["requestableScopesEnabled"]!);
        Assert.Contains("scope=payments&", (await api.GrantAsync("john", "accounts payments", "token"))["responseContent"] + "&");
    }

    [Fact]
    public async Task An_empty_set_allows_nothing()
    {
        await using var api = await SandboxApi.StartAsync();

        var update = await UpdateAsync(api, """{"requestableScopes":[]}""");

        Assert.Equal("""{"requestableScopes":[]}""", update.Text);
        Assert.DoesNotContain("scope=", (await api.GrantAsync("john", "payments", "token"))["responseContent"]);
    }

    [Fact]
    public async Task Null_and_a_deletion_take_the_set_away()
    {
        await using var api = await SandboxApi.StartAsync();
        await UpdateAsync(api, """{"requestableScopes":["email"]}""");
        Assert.Equal("""{"requestableScopes":null}""", (await UpdateAsync(api, """{"requestableScopes":null}""")).Text);

        await UpdateAsync(api, """{"requestableScopes":["email"]}""");
        var path = $"/client/extension/requestable_scopes/delete/{api.Client.ClientId}";
        Assert.Equal((204, ""), Answer(await api.DeleteAsync(path)));
        Assert.Equal((204, ""), Answer(await api.DeleteAsync(path)));

        Assert.Contains("scope=payments&", (await api.GrantAsync("john", "payments", "token"))["responseContent"] + "&");
    }

    [Theory]
    [InlineData("""["email"]""", "A128201")]
    [InlineData("email", "A128201")]
    [InlineData("", "A128201")]
    [InlineData("""{"requestableScopes":"email"}""", "A128202")]
    [InlineData("""{"requestableScopes":["email",1]}""", "A128203")]
    [InlineData("""{"requestableScopes":[null]}""", "A128203")]
    public async Task A_wrong_body_is_refused_and_changes_nothing(string body, string code)
    {
        await using var api = await SandboxApi.StartAsync();
        await UpdateAsync(api, """{"requestableScopes":["accounts"]}""");

        var reply = await UpdateAsync(api, body);

        Assert.Equal((400, code), (reply.Status, reply.Code));
        Assert.Equal(
            """{"requestableScopes":["accounts"]}""",
            (await api.GetAsync($"/client/extension/requestable_scopes/get/{api.Client.ClientId}")).Text
        );
    }

    [Fact]
    public async Task An_unknown_client_is_refused()
    {
        await using var api = await SandboxApi.StartAsync();

        Assert.Equal("A001212", (await api.GetAsync("/client/extension/requestable_scopes/get/1")).Code);
        Assert.Equal("A001212", (await api.PutAsync("/client/extension/requestable_scopes/update/1", new JsonObject())).Code);
        Assert.Equal("A001212", (await api.DeleteAsync("/client/extension/requestable_scopes/delete/1")).Code);
    }

    private static (int Status, string Text) Answer(ApiReply reply) => (reply.Status, reply.Text);

    private static Task<ApiReply> UpdateAsync(SandboxApi api, string body) =>
        api.SendTextAsync(HttpMethod.Put, $"/client/extension/requestable_scopes/update/{api.Client.ClientId}", body);
}
