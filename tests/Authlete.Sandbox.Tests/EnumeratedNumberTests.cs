using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

/// <summary>Some client libraries write 0 for an enumerated value that is not set.</summary>
public sealed class EnumeratedNumberTests
{
    [Fact]
    public async Task In_a_client_numbers_count_as_absent()
    {
        await using var api = await SandboxApi.StartAsync();
        var plain = (await api.PostAsync("/client/create", [])).Json;

        var reply = await api.PostAsync("/client/create", Numbers("Client"));

        Assert.Equal(200, reply.Status);
        AssertSame("Client", plain, reply.Json);
    }

    [Fact]
    public async Task In_a_service_numbers_count_as_absent()
    {
        await using var api = await SandboxApi.StartAsync();
        var plain = (
            await api.PostAsync("/service/create", new JsonObject { ["supportedResponseTypes"] = new JsonArray("CODE") }, owner: true)
        ).Json;
        var body = Numbers("Service");
        body["supportedResponseTypes"] = new JsonArray(0, "CODE", 7);

        var reply = await api.PostAsync("/service/create", body, owner: true);

        Assert.Equal(200, reply.Status);
        AssertSame("Service", plain, reply.Json);
    }

    [Fact]
    public async Task An_update_accepts_numbers_for_enumerated_values_too()
    {
        await using var api = await SandboxApi.StartAsync();
        var body = Numbers("Client");
        body["description"] = "changed";
        body["bcRequestSignAlg"] = "NONE";

        var reply = await api.PostAsync("/client/update/" + api.ClientId, body);

        Assert.Equal((200, "changed", "NONE"), (reply.Status, reply["description"], reply["bcRequestSignAlg"]));
        Assert.Equal("PUBLIC", reply["clientType"]);
    }

    [Theory]
    [InlineData("/auth/token/create", "grantType", "A104201")]
    [InlineData("/auth/authorization/fail", "reason", "A060201")]
    [InlineData("/gm", "gmAction", "A031201")]
    [InlineData("/device/complete", "result", "A228201")]
    public async Task In_other_requests_numbers_count_as_absent_too(string path, string name, string code)
    {
        await using var api = await SandboxApi.StartAsync();
        var ticket = await api.SendFormAsync(
            "/auth/authorization",
            ("response_type", "code"),
            ("client_id", api.ClientId),
            ("redirect_uri", api.Client.RedirectUri)
        );
        var device = await api.AsClientAsync("/device/authorization", ("scope", "accounts"));
        var body = new JsonObject
        {
            [name] = 0,
            ["ticket"] = ticket["ticket"],
            ["userCode"] = device["userCode"],
        };
        var without = (JsonObject)body.DeepClone();
        without.Remove(name);

        var reply = await api.PostAsync(path, body);

        Assert.Equal((200, code), (reply.Status, reply.Code));
        Assert.Equal(code, (await api.PostAsync(path, without)).Code);
    }

    [Fact]
    public async Task A_client_that_says_NONE_for_the_algorithm_of_its_requests_does_not_sign_them()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeClientAsync(api.Client.ClientId, ("bcRequestSignAlg", "NONE"));

        var reply = await api.AsClientAsync("/backchannel/authentication", ("scope", "openid"), ("login_hint", "john"));

        Assert.Equal("USER_IDENTIFICATION", reply.Action);
    }

    [Fact]
    public async Task A_name_that_is_not_known_is_refused_as_before()
    {
        await using var api = await SandboxApi.StartAsync();

        Assert.Equal("A031201", (await api.PostAsync("/client/create", new JsonObject { ["clientType"] = "0" })).Code);
        Assert.Equal("A031201", (await api.PostAsync("/client/create", new JsonObject { ["bcRequestSignAlg"] = "none" })).Code);
    }

    private static JsonObject Numbers(string schema)
    {
        var members = Facts.Enumerated(schema).ToList();
        Assert.True(members.Count > 10);
        return new JsonObject(
            members.Select(member => new System.Collections.Generic.KeyValuePair<string, JsonNode?>(
                member.Name,
                member.IsArray ? new JsonArray(0, 1) : 0
            ))
        );
    }

    private static void AssertSame(string schema, JsonObject expected, JsonObject actual)
    {
        foreach (var (name, _) in Facts.Enumerated(schema))
        {
            Assert.Equal(expected[name]?.ToJsonString(), actual[name]?.ToJsonString());
        }
    }
}
