using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class DeletionTests
{
    [Fact]
    public async Task A_client_is_deleted_once_and_its_tokens_with_it()
    {
        await using var api = await SandboxApi.StartAsync();
        var id = api.Client.ClientId;
        var token = await api.CreateTokenAsync("john", "accounts");

        var deleted = await api.DeleteAsync($"/client/delete/{id}");

        Assert.Equal((204, ""), (deleted.Status, deleted.Text));
        Assert.Equal((404, "A026203"), Result(await api.DeleteAsync($"/client/delete/{id}")));
        Assert.Equal((404, "A027203"), Result(await api.GetAsync($"/client/get/{id}")));
        Assert.Equal((404, "A029203"), Result(await api.PostAsync($"/client/update/{id}", [])));
        Assert.Equal("1", (await api.GetAsync("/client/get/list"))["totalCount"]);
        Assert.Equal("A057302", (await api.PostAsync("/auth/introspection", new JsonObject { ["token"] = token["accessToken"] })).Code);
        Assert.Equal("0", (await api.GetAsync("/auth/token/get/list"))["totalCount"]);
        Assert.Equal("0", (await api.GetAsync("/client/authorization/get/list?subject=john"))["totalCount"]);
    }

    [Fact]
    public async Task Unknown_and_foreign_clients_have_different_results()
    {
        await using var api = await SandboxApi.StartAsync();
        Assert.Equal((404, "A026201"), Result(await api.DeleteAsync("/client/delete/1")));
        Assert.Equal((404, "A027201"), Result(await api.GetAsync("/client/get/1")));

        var service = await api.CreateServiceAsync();
        api.UseService(service["apiKey"]!.ToString(), (string)service["apiSecret"]!);
        Assert.Equal((403, "A026202"), Result(await api.DeleteAsync($"/client/delete/{api.Client.ClientId}")));
        Assert.Equal((403, "A027202"), Result(await api.GetAsync($"/client/get/{api.Client.ClientId}")));
    }

    [Fact]
    public async Task A_service_is_deleted_once_and_its_credentials_and_tokens_with_it()
    {
        await using var api = await SandboxApi.StartAsync();
        var token = await api.CreateTokenAsync("john", "accounts");
        var key = api.Server.ServiceApiKey;

        var deleted = await api.DeleteAsync("/service/delete/" + key, owner: true);

        Assert.Equal((204, ""), (deleted.Status, deleted.Text));
        Assert.Equal((404, "A034203"), Result(await api.DeleteAsync("/service/delete/" + key, owner: true)));
        Assert.Equal((404, "A035203"), Result(await api.GetAsync("/service/get/" + key, owner: true)));
        Assert.Equal((403, "A003202"), Result(await api.GetAsync("/client/get/list")));
        Assert.Equal("0", (await api.GetAsync("/service/get/list", owner: true))["totalCount"]);
        Assert.Equal((404, "A034201"), Result(await api.DeleteAsync("/service/delete/1", owner: true)));

        var other = await api.CreateServiceAsync();
        api.UseService(other["apiKey"]!.ToString(), (string)other["apiSecret"]!);
        var client = api.Client.ClientId.ToString(CultureInfo.InvariantCulture);
        Assert.Equal((403, "A027202"), Result(await api.GetAsync("/client/get/" + client)));
        Assert.Equal((404, "A161202"), Result(await api.DeleteAsync("/auth/token/delete/" + token["accessToken"])));
    }

    private static (int Status, string? Code) Result(ApiReply reply) => (reply.Status, reply.Code);
}
