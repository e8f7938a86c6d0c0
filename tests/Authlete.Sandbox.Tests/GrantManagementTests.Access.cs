using System;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed partial class GrantManagementTests
{
    [Fact]
    public async Task The_access_token_is_checked()
    {
        await using var api = await SandboxApi.StartAsync();
        var id = (await GrantAsync(api, "john", ("scope", "accounts"), ("grant_management_action", "create")))["grantId"]!;
        var query = (await api.CreateTokenAsync("john", "grant_management_query"))["accessToken"]!;

        Assert.Equal(("A057301", "UNAUTHORIZED"), await OutcomeAsync(api, "QUERY", id, null));
        Assert.Equal(("A057302", "UNAUTHORIZED"), await OutcomeAsync(api, "QUERY", id, "unknown"));
        Assert.Equal(("A064302", "FORBIDDEN"), await OutcomeAsync(api, "REVOKE", id, query));
        Assert.Equal(("A064302", "FORBIDDEN"), await OutcomeAsync(api, "QUERY", id, query, ("scopes", new JsonArray("payments"))));
        Assert.Equal(("A066302", "FORBIDDEN"), await OutcomeAsync(api, "QUERY", id, query, ("subject", "jane")));
        Assert.Equal(("A277001", "OK"), await OutcomeAsync(api, "QUERY", id, query, ("subject", "john")));
        Assert.Equal("CALLER_ERROR", (await OutcomeAsync(api, "CREATE", id, query)).Action);
        Assert.Equal("CALLER_ERROR", (await OutcomeAsync(api, "QUERY", null, query)).Action);
        api.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(("A065303", "UNAUTHORIZED"), await OutcomeAsync(api, "QUERY", id, query));
    }

    [Fact]
    public async Task The_grants_of_a_deleted_client_go_with_it()
    {
        await using var api = await SandboxApi.StartAsync();
        var id = (await GrantAsync(api, "john", ("scope", "accounts"), ("grant_management_action", "create")))["grantId"]!;
        var other = await api.CreateClientAsync();
        var token = await api.PostAsync(
            "/auth/token/create",
            new JsonObject
            {
                ["grantType"] = "AUTHORIZATION_CODE",
                ["clientId"] = long.Parse(other.Id, CultureInfo.InvariantCulture),
                ["subject"] = "john",
                ["scopes"] = new JsonArray("grant_management_query"),
            }
        );
        Assert.Equal("OK", (await OutcomeAsync(api, "QUERY", id, token["accessToken"])).Action);

        await api.DeleteAsync("/client/delete/" + api.ClientId);

        Assert.Equal("NOT_FOUND", (await OutcomeAsync(api, "QUERY", id, token["accessToken"])).Action);
    }

    [Fact]
    public async Task The_grants_of_another_service_are_not_there()
    {
        await using var api = await SandboxApi.StartAsync();
        var id = (await GrantAsync(api, "john", ("scope", "accounts"), ("grant_management_action", "create")))["grantId"]!;
        var service = await api.PostAsync(
            "/service/create",
            new JsonObject
            {
                ["supportedResponseTypes"] = new JsonArray("CODE"),
                ["supportedGrantTypes"] = new JsonArray("CLIENT_CREDENTIALS"),
                ["supportedScopes"] = new JsonArray(new JsonObject { ["name"] = "grant_management_query" }),
                ["grantManagementEndpoint"] = "https://other.example.com/grants",
            },
            owner: true
        );
        api.UseService(service["apiKey"]!, service["apiSecret"]!);
        var client = await api.PostAsync("/client/create", new JsonObject { ["clientName"] = "Other" });
        var token = await api.PostAsync(
            "/auth/token/create",
            new JsonObject
            {
                ["grantType"] = "CLIENT_CREDENTIALS",
                ["clientId"] = client.Json["clientId"]!.DeepClone(),
                ["scopes"] = new JsonArray("grant_management_query"),
            }
        );

        Assert.Equal("NOT_FOUND", (await OutcomeAsync(api, "QUERY", id, token["accessToken"])).Action);
    }
}
