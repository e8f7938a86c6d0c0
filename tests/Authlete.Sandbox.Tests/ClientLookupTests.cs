using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class ClientLookupTests
{
    [Fact]
    public async Task A_client_is_read_by_its_alias_as_well()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeClientAsync(api.Client.ClientId, ("clientIdAlias", "my/shop"), ("clientIdAliasEnabled", true));

        Assert.Equal(api.ClientId, (await api.GetAsync("/client/get/my%2Fshop"))["clientId"]);
        Assert.Equal(api.ClientId, (await api.GetAsync("/client/get/" + api.ClientId))["clientId"]);
    }

    [Fact]
    public async Task An_alias_that_is_switched_off_does_not_do()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeClientAsync(api.Client.ClientId, ("clientIdAlias", "shop"), ("clientIdAliasEnabled", false));

        Assert.Equal((404, "A001222"), Answer(await api.GetAsync("/client/get/shop")));
    }

    [Fact]
    public async Task An_identifier_that_is_neither_an_ID_nor_an_alias_is_invalid()
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await api.GetAsync("/client/get/nobody");

        Assert.Equal((404, "A001216"), Answer(reply));
        Assert.Contains("the client ID is invalid.", reply["resultMessage"]);
        Assert.Equal((404, "A027201"), Answer(await api.GetAsync("/client/get/1")));
    }

    [Fact]
    public async Task An_alias_does_not_do_where_a_client_is_changed()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeClientAsync(api.Client.ClientId, ("clientIdAlias", "shop"), ("clientIdAliasEnabled", true));

        Assert.Equal(404, (await api.PostAsync("/client/update/shop", new JsonObject())).Status);
        Assert.Equal(404, (await api.DeleteAsync("/client/delete/shop")).Status);
    }

    private static (int Status, string? Code) Answer(ApiReply reply) => (reply.Status, reply.Code);
}
