using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed partial class ClientRulesTests
{
    [Fact]
    public async Task An_alias_belongs_to_one_client_of_a_service()
    {
        await using var api = await SandboxApi.StartAsync();
        var first = await api.PostAsync("/client/create", new JsonObject { ["clientIdAlias"] = "alias" });

        var created = await api.PostAsync("/client/create", new JsonObject { ["clientIdAlias"] = "alias" });
        Assert.Equal((400, "A123603"), (created.Status, created.Code));
        var updated = await api.PostAsync("/client/update/" + api.Client.ClientId, new JsonObject { ["clientIdAlias"] = "alias" });
        Assert.Equal((400, "A030601"), (updated.Status, updated.Code));
        Assert.Equal(
            200,
            (await api.PostAsync("/client/update/" + first["clientId"], new JsonObject { ["clientIdAlias"] = "alias" })).Status
        );

        var service = await api.CreateServiceAsync();
        api.UseService(service["apiKey"]!.ToString(), (string)service["apiSecret"]!);
        Assert.Equal(200, (await api.PostAsync("/client/create", new JsonObject { ["clientIdAlias"] = "alias" })).Status);
    }

    [Fact]
    public async Task Only_one_of_several_clients_gets_an_alias_that_they_request_at_the_same_time()
    {
        await using var api = await SandboxApi.StartAsync();

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => api.PostAsync("/client/create", new JsonObject { ["clientIdAlias"] = "alias" }))
        );

        Assert.Single(replies, reply => reply.Status == 200);
        Assert.Equal(9, replies.Count(reply => reply.Code == "A123603"));
        Assert.Equal("3", (await api.GetAsync("/client/get/list"))["totalCount"]);
    }

    [Fact]
    public async Task An_alias_is_free_again_when_its_client_is_deleted()
    {
        await using var api = await SandboxApi.StartAsync();
        var first = await api.PostAsync("/client/create", new JsonObject { ["clientIdAlias"] = "alias" });
        await api.DeleteAsync("/client/delete/" + first["clientId"]);

        Assert.Equal(200, (await api.PostAsync("/client/create", new JsonObject { ["clientIdAlias"] = "alias" })).Status);
    }
}
