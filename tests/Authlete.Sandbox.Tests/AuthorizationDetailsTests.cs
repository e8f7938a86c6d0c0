using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class AuthorizationDetailsTests
{
    private const string Details =
        """[{"type":"payment_initiation","locations":["https://rs.example.com/"],"actions":["initiate"],"datatypes":["amount"],"identifier":"a-1","privileges":["user"],"amount":{"value":"1.00"}}]""";

    [Fact]
    public async Task Details_go_from_the_request_to_the_token_and_its_introspection()
    {
        await using var api = await SandboxApi.StartAsync();
        var request = await AuthorizeAsync(api, Details);
        Assert.Equal("INTERACTION", request.Action);
        var element = request.Json["authorizationDetails"]!["elements"]![0]!;
        Assert.Equal(
            ("payment_initiation", "a-1", "amount"),
            ((string?)element["type"], (string?)element["identifier"], (string?)element["dataTypes"]![0])
        );
        Assert.Equal("""{"amount":{"value":"1.00"}}""", (string?)element["otherFields"]);

        var token = await api.RedeemAsync(await IssueAsync(api, request));

        AssertSame(Details, token.Content["authorization_details"]);
        AssertSame(element.ToJsonString(), token.Json["authorizationDetails"]!["elements"]![0]);
        var introspection = await api.IntrospectAsync(token["accessToken"]!);
        AssertSame(element.ToJsonString(), introspection.Json["authorizationDetails"]!["elements"]![0]);
        var standard = await api.SendFormAsync("/auth/introspection/standard", ("token", token["accessToken"]!));
        AssertSame(Details, standard.Content["authorization_details"]);
        var refreshed = await api.AsClientAsync("/auth/token", ("grant_type", "refresh_token"), ("refresh_token", token["refreshToken"]!));
        AssertSame(Details, refreshed.Content["authorization_details"]);
    }

    [Fact]
    public async Task The_caller_may_replace_the_details()
    {
        await using var api = await SandboxApi.StartAsync();
        var request = await AuthorizeAsync(api, Details);
        var element = new JsonObject
        {
            ["type"] = "payment_initiation",
            ["dataTypes"] = new JsonArray("less"),
            ["otherFields"] = """{"amount":1}""",
        };

        var issued = await IssueAsync(api, request, ("authorizationDetails", new JsonObject { ["elements"] = new JsonArray(element) }));

        AssertSame(
            """[{"type":"payment_initiation","datatypes":["less"],"amount":1}]""",
            (await api.RedeemAsync(issued)).Content["authorization_details"]
        );
    }

    [Fact]
    public async Task Other_flows_carry_details_too()
    {
        await using var api = await SandboxApi.StartAsync();
        var own = await api.AsClientAsync("/auth/token", ("grant_type", "client_credentials"), ("authorization_details", Details));
        AssertSame(Details, own.Content["authorization_details"]);

        var device = await api.AsClientAsync("/device/authorization", ("scope", "accounts"), ("authorization_details", Details));
        Assert.NotNull(device.Json["authorizationDetails"]);
        await api.PostAsync(
            "/device/complete",
            new JsonObject
            {
                ["userCode"] = device["userCode"],
                ["result"] = "AUTHORIZED",
                ["subject"] = "john",
            }
        );
        var token = await api.AsClientAsync(
            "/auth/token",
            ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
            ("device_code", device["deviceCode"]!)
        );
        AssertSame(Details, token.Content["authorization_details"]);

        var pushed = await api.AsClientAsync("/pushed_auth_req", [.. Parameters(api), ("authorization_details", Details)]);
        var request = await api.SendFormAsync("/auth/authorization", ("client_id", api.ClientId), ("request_uri", pushed["requestUri"]!));
        Assert.NotNull(request.Json["authorizationDetails"]);

        var created = await api.PostAsync(
            "/auth/token/create",
            new JsonObject
            {
                ["grantType"] = "CLIENT_CREDENTIALS",
                ["clientId"] = api.Client.ClientId,
                ["authorizationDetails"] = request.Json["authorizationDetails"]!.DeepClone(),
            }
        );
        AssertSame(request.Json["authorizationDetails"]!.ToJsonString(), created.Json["authorizationDetails"]);
        await api.PostAsync(
            "/auth/token/update",
            new JsonObject
            {
                ["accessToken"] = created["accessToken"],
                ["authorizationDetails"] = new JsonObject { ["elements"] = new JsonArray(new JsonObject { ["type"] = "other" }) },
            }
        );
        AssertSame(
            """[{"type":"other"}]""",
            (await api.IntrospectAsync(created["accessToken"]!)).Json["authorizationDetails"]!["elements"]
        );
    }

    [Theory]
    [InlineData("A249304", "[")]
    [InlineData("A249304", "{}")]
    [InlineData("A249305", "7")]
    [InlineData("A249306", "[1]")]
    [InlineData("A249306", """[{"type":1}]""")]
    [InlineData("A249306", """[{"type":"payment_initiation","actions":"initiate"}]""")]
    [InlineData("A249301", """[{"actions":["initiate"]}]""")]
    [InlineData("A249302", """[{"type":"unknown"}]""")]
    public async Task Details_must_be_well_formed_and_of_a_known_type(string code, string details)
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await AuthorizeAsync(api, details);

        Assert.Equal((code, "LOCATION"), (reply.Code, reply.Action));
        Assert.Contains("error=invalid_authorization_details", reply["responseContent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_has_the_types_it_was_given()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeClientAsync(api.Client.ClientId, ("authorizationDetailsTypes", null));

        Assert.Equal("A249303", (await AuthorizeAsync(api, Details)).Code);
    }

    private static void AssertSame(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual?.ToJsonString());

    private static (string Name, string Value)[] Parameters(SandboxApi api) =>
        [("response_type", "code"), ("client_id", api.ClientId), ("redirect_uri", api.Client.RedirectUri)];

    private static Task<ApiReply> AuthorizeAsync(SandboxApi api, string details) =>
        api.SendFormAsync("/auth/authorization", [.. Parameters(api), ("authorization_details", details)]);

    private static Task<ApiReply> IssueAsync(SandboxApi api, ApiReply request, params (string Name, JsonNode? Value)[] members)
    {
        var body = new JsonObject { ["ticket"] = request["ticket"], ["subject"] = "john" };
        foreach (var (name, value) in members)
        {
            body[name] = value;
        }

        return api.PostAsync("/auth/authorization/issue", body);
    }
}
