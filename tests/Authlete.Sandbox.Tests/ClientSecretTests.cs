using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class ClientSecretTests
{
    [Fact]
    public async Task A_refreshed_secret_replaces_the_old_one_immediately()
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await api.GetAsync($"/client/secret/refresh/{api.Client.ClientId}");

        Assert.Equal((200, "A148001"), (reply.Status, reply.Code));
        Assert.Equal(api.Client.ClientSecret, reply["oldClientSecret"]);
        Assert.Equal(86, reply["newClientSecret"]!.Length);
        Assert.Equal(reply["newClientSecret"], (await api.GetAsync($"/client/get/{api.Client.ClientId}"))["clientSecret"]);
        Assert.Equal("INVALID_CLIENT", await AuthenticateAsync(api, api.Client.ClientSecret));
        Assert.Equal("OK", await AuthenticateAsync(api, reply["newClientSecret"]!));
    }

    [Fact]
    public async Task A_secret_can_be_chosen()
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await UpdateAsync(api, "My-Secret_1");

        Assert.Equal((200, "A149001"), (reply.Status, reply.Code));
        Assert.Equal((api.Client.ClientSecret, "My-Secret_1"), (reply["oldClientSecret"], reply["newClientSecret"]));
        Assert.Equal("OK", await AuthenticateAsync(api, "My-Secret_1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("with+plus")]
    [InlineData("é")]
    public async Task A_secret_of_other_characters_is_refused(string secret)
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await UpdateAsync(api, secret);

        Assert.Equal((400, "A149601"), (reply.Status, reply.Code));
        Assert.Equal("OK", await AuthenticateAsync(api, api.Client.ClientSecret));
    }

    [Fact]
    public async Task A_secret_has_at_most_86_characters()
    {
        await using var api = await SandboxApi.StartAsync();

        Assert.Equal("A149001", (await UpdateAsync(api, new string('s', 86))).Code);
        Assert.Equal("A149601", (await UpdateAsync(api, new string('s', 87))).Code);
    }

    [Fact]
    public async Task An_unknown_client_is_refused()
    {
        await using var api = await SandboxApi.StartAsync();

        Assert.Equal("A148201", (await api.GetAsync("/client/secret/refresh/1")).Code);
        Assert.Equal("A149201", (await api.PostAsync("/client/secret/update/nobody", new JsonObject { ["clientSecret"] = "x" })).Code);
    }

    private static Task<ApiReply> UpdateAsync(SandboxApi api, string secret) =>
        api.PostAsync($"/client/secret/update/{api.Client.ClientId}", new JsonObject { ["clientSecret"] = secret });

    private static async Task<string?> AuthenticateAsync(SandboxApi api, string secret) =>
        (
            await api.PostAsync(
                "/auth/token",
                new JsonObject
                {
                    ["parameters"] = "grant_type=client_credentials",
                    ["clientId"] = api.Client.ClientId.ToString(CultureInfo.InvariantCulture),
                    ["clientSecret"] = secret,
                }
            )
        ).Action;
}
