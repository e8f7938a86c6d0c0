using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class ClientLockTests
{
    [Fact]
    public async Task A_locked_client_can_only_be_unlocked()
    {
        await using var api = await SandboxApi.StartAsync();
        var id = api.Client.ClientId;

        var locked = await SetAsync(api, id.ToString(CultureInfo.InvariantCulture), true);

        Assert.Equal((200, "A293001"), (locked.Status, locked.Code));
        Assert.Null(locked.Action);
        Assert.Equal((403, "A027204"), Result(await api.GetAsync($"/client/get/{id}")));
        Assert.Equal((403, "A029204"), Result(await api.PostAsync($"/client/update/{id}", [])));
        Assert.Equal((403, "A026204"), Result(await api.DeleteAsync($"/client/delete/{id}")));
        Assert.Equal((403, "A001221"), Result(await api.GetAsync($"/client/secret/refresh/{id}")));

        await SetAsync(api, id.ToString(CultureInfo.InvariantCulture), false);
        Assert.Equal("false", (await api.GetAsync($"/client/get/{id}"))["locked"]);
    }

    [Theory]
    [InlineData(true, "A293203")]
    [InlineData(false, "A293204")]
    public async Task Setting_what_is_set_is_an_error(bool locked, string code)
    {
        await using var api = await SandboxApi.StartAsync();
        var id = api.Client.ClientId.ToString(CultureInfo.InvariantCulture);
        if (locked)
        {
            await SetAsync(api, id, true);
        }

        Assert.Equal((400, code), Result(await SetAsync(api, id, locked)));
    }

    [Fact]
    public async Task The_alias_names_the_client_where_it_is_enabled()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeClientAsync(api.Client.ClientId, ("clientIdAlias", "web"), ("clientIdAliasEnabled", true));

        Assert.Equal("A293001", (await SetAsync(api, "web", true)).Code);
        Assert.Equal("A293001", (await SetAsync(api, "web", false)).Code);

        await api.ChangeClientAsync(api.Client.ClientId, ("clientIdAliasEnabled", false));
        Assert.Equal("A001222", (await SetAsync(api, "web", true)).Code);
    }

    [Fact]
    public async Task An_unknown_foreign_or_deleted_client_is_refused()
    {
        await using var api = await SandboxApi.StartAsync();
        Assert.Equal((404, "A001218"), Result(await SetAsync(api, "1", true)));
        Assert.Equal((404, "A001218"), Result(await SetAsync(api, "nobody", true)));

        var id = api.Client.ClientId.ToString(CultureInfo.InvariantCulture);
        await api.DeleteAsync("/client/delete/" + id);
        Assert.Equal((404, "A293202"), Result(await SetAsync(api, id, true)));

        var other = api.Server.PublicClient.ClientId.ToString(CultureInfo.InvariantCulture);
        var service = await api.CreateServiceAsync();
        api.UseService(service["apiKey"]!.ToString(), (string)service["apiSecret"]!);
        Assert.Equal((403, "A001219"), Result(await SetAsync(api, other, true)));
    }

    private static (int Status, string? Code) Result(ApiReply reply) => (reply.Status, reply.Code);

    private static Task<ApiReply> SetAsync(SandboxApi api, string identifier, bool locked) =>
        api.PostAsync("/client/lock_flag/update/" + identifier, new JsonObject { ["clientLocked"] = locked });
}
