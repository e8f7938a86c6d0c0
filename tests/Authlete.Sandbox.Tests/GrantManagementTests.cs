using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed partial class GrantManagementTests
{
    [Fact]
    public async Task A_new_grant_gets_an_identifier_and_can_be_read()
    {
        await using var api = await SandboxApi.StartAsync();

        var token = await GrantAsync(
            api,
            "john",
            ("scope", "accounts email"),
            ("grant_management_action", "create"),
            ("resource", "https://rs.example.com/")
        );

        var id = token["grantId"];
        Assert.Equal(43, id!.Length);
        Assert.Equal(id, (string?)token.Content["grant_id"]);
        var reply = await ManageAsync(api, "QUERY", id);
        Assert.Equal((200, "A277001", "OK"), (reply.Status, reply.Code, reply.Action));
        Assert.Equal(
            """{"scopes":[{"scope":"accounts email","resource":["https://rs.example.com/"]}],"claims":["email","email_verified"]}""",
            reply["responseContent"]
        );
        var introspection = await api.IntrospectAsync(token["accessToken"]!);
        Assert.Equal(id, introspection["grantId"]);
        Assert.Equal("accounts email", (string?)introspection.Json["grant"]!["scopes"]![0]!["scope"]);
    }

    [Fact]
    public async Task Without_the_parameter_there_is_no_grant()
    {
        await using var api = await SandboxApi.StartAsync();

        var token = await GrantAsync(api, "john", ("scope", "accounts"));

        Assert.Null(token["grantId"]);
        Assert.False(token.Content.ContainsKey("grant_id"));
    }

    [Theory]
    [InlineData("merge", new[] { "accounts", "payments" })]
    [InlineData("replace", new[] { "payments" })]
    public async Task A_grant_may_be_changed(string action, string[] scopes)
    {
        await using var api = await SandboxApi.StartAsync();
        var id = (await GrantAsync(api, "john", ("scope", "accounts"), ("grant_management_action", "create")))["grantId"]!;

        var request = await AuthorizeAsync(api, ("scope", "payments"), ("grant_management_action", action), ("grant_id", id));
        Assert.Equal((action.ToUpperInvariant(), id, "john"), (request["gmAction"], request["grantId"], request["grantSubject"]));
        Assert.Equal("accounts", (string?)request.Json["grant"]!["scopes"]![0]!["scope"]);
        var issued = await IssueAsync(api, request, "john");
        Assert.Equal(id, (await api.RedeemAsync(issued))["grantId"]);

        var grant = (await ManageAsync(api, "QUERY", id)).Content;
        Assert.Equal(scopes, grant["scopes"]!.AsArray().Select(scope => (string?)scope!["scope"]));
    }

    [Fact]
    public async Task A_revoked_grant_is_gone_with_its_refresh_tokens()
    {
        await using var api = await SandboxApi.StartAsync();
        var token = await GrantAsync(api, "john", ("scope", "accounts"), ("grant_management_action", "create"));
        var other = await GrantAsync(api, "john", ("scope", "accounts"), ("grant_management_action", "create"));

        var reply = await ManageAsync(api, "REVOKE", token["grantId"]!);

        Assert.Equal(("A277001", "NO_CONTENT", null), (reply.Code, reply.Action, reply["responseContent"]));
        var gone = await ManageAsync(api, "QUERY", token["grantId"]!);
        Assert.Equal(("NOT_FOUND", "invalid_grant_id"), (gone.Action, gone.Error));
        var refresh = await api.AsClientAsync("/auth/token", ("grant_type", "refresh_token"), ("refresh_token", token["refreshToken"]!));
        Assert.Equal(("A053305", "invalid_grant"), (refresh.Code, refresh.Error));
        Assert.Equal("OK", (await api.IntrospectAsync(token["accessToken"]!)).Action);
        Assert.Equal(
            "OK",
            (await api.AsClientAsync("/auth/token", ("grant_type", "refresh_token"), ("refresh_token", other["refreshToken"]!))).Action
        );
        Assert.Equal("OK", (await ManageAsync(api, "QUERY", other["grantId"]!)).Action);
    }

    [Theory]
    [InlineData("invalid_request", "create", "some")]
    [InlineData("invalid_request", "merge", null)]
    [InlineData("invalid_request", "perhaps", null)]
    [InlineData("invalid_request", null, "some")]
    [InlineData("invalid_grant_id", "replace", "some")]
    public async Task Inconsistent_grant_parameters_of_a_request_are_rejected(string error, string? action, string? id)
    {
        await using var api = await SandboxApi.StartAsync();
        (string, string)[] parameters =
        [
            ("scope", "accounts"),
            .. action is null ? Array.Empty<(string, string)>() : [("grant_management_action", action)],
            .. id is null ? Array.Empty<(string, string)>() : [("grant_id", id)],
        ];

        var reply = await AuthorizeAsync(api, parameters);

        Assert.Equal("LOCATION", reply.Action);
        Assert.Contains("error=" + error, reply["responseContent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grant_is_for_its_client_and_its_user()
    {
        await using var api = await SandboxApi.StartAsync();
        var other = await api.CreateClientAsync();
        var id = (await GrantAsync(api, "john", ("scope", "accounts"), ("grant_management_action", "create")))["grantId"]!;

        var foreign = await AuthorizeAsync(
            api,
            ("client_id", other.Id),
            ("scope", "accounts"),
            ("grant_management_action", "merge"),
            ("grant_id", id)
        );
        Assert.Contains("error=invalid_grant_id", foreign["responseContent"], StringComparison.Ordinal);
        var request = await AuthorizeAsync(api, ("scope", "payments"), ("grant_management_action", "merge"), ("grant_id", id));
        var issued = await IssueAsync(api, request, "jane");
        Assert.Contains("error=invalid_grant_id", issued["responseContent"], StringComparison.Ordinal);
        Assert.Single((await ManageAsync(api, "QUERY", id)).Content["scopes"]!.AsArray());
    }

    [Fact]
    public async Task The_service_may_demand_the_parameter_or_not_know_it()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeServiceAsync(("grantManagementActionRequired", true));
        Assert.Contains(
            "error=invalid_request",
            (await AuthorizeAsync(api, ("scope", "accounts")))["responseContent"],
            StringComparison.Ordinal
        );

        await api.ChangeServiceAsync(("grantManagementEndpoint", null));
        var token = await GrantAsync(api, "john", ("scope", "accounts"), ("grant_management_action", "create"));
        Assert.Null(token["grantId"]);
        Assert.Equal("CALLER_ERROR", (await ManageAsync(api, "QUERY", "some")).Action);
    }

    [Fact]
    public async Task A_public_client_may_not_manage_grants()
    {
        await using var api = await SandboxApi.StartAsync();
        var client = api.Server.PublicClient;

        var reply = await api.SendFormAsync(
            "/auth/authorization",
            ("response_type", "code"),
            ("client_id", client.ClientId.ToString(CultureInfo.InvariantCulture)),
            ("redirect_uri", client.RedirectUri),
            ("grant_management_action", "create")
        );

        Assert.Contains("error=invalid_request", reply["responseContent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Device_and_backchannel_requests_may_ask_for_a_grant()
    {
        await using var api = await SandboxApi.StartAsync();
        var device = await api.AsClientAsync("/device/authorization", ("scope", "accounts"), ("grant_management_action", "create"));
        Assert.Equal("CREATE", device["gmAction"]);
        await api.PostAsync(
            "/device/complete",
            new JsonObject
            {
                ["userCode"] = device["userCode"],
                ["result"] = "AUTHORIZED",
                ["subject"] = "john",
            }
        );
        var deviceToken = await api.AsClientAsync(
            "/auth/token",
            ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
            ("device_code", device["deviceCode"]!)
        );
        Assert.Equal("OK", (await ManageAsync(api, "QUERY", deviceToken["grantId"]!)).Action);

        var request = await api.AsClientAsync(
            "/backchannel/authentication",
            ("scope", "openid"),
            ("login_hint", "john"),
            ("grant_management_action", "create")
        );
        await api.PostAsync("/backchannel/authentication/issue", new JsonObject { ["ticket"] = request["ticket"] });
        var completed = await api.PostAsync(
            "/backchannel/authentication/complete",
            new JsonObject
            {
                ["ticket"] = request["ticket"],
                ["result"] = "AUTHORIZED",
                ["subject"] = "john",
            }
        );
        Assert.Equal("OK", (await ManageAsync(api, "QUERY", completed["grantId"]!)).Action);
    }

    private static async Task<ApiReply> GrantAsync(SandboxApi api, string subject, params (string Name, string Value)[] parameters) =>
        await api.RedeemAsync(await IssueAsync(api, await AuthorizeAsync(api, parameters), subject));

    private static Task<ApiReply> AuthorizeAsync(SandboxApi api, params (string Name, string Value)[] parameters)
    {
        (string Name, string Value)[] standard =
        [
            ("response_type", "code"),
            ("client_id", api.ClientId),
            ("redirect_uri", api.Client.RedirectUri),
        ];
        return api.SendFormAsync(
            "/auth/authorization",
            [.. standard.Where(pair => !parameters.Any(other => other.Name == pair.Name)), .. parameters]
        );
    }

    private static Task<ApiReply> IssueAsync(SandboxApi api, ApiReply request, string subject) =>
        api.PostAsync("/auth/authorization/issue", new JsonObject { ["ticket"] = request["ticket"], ["subject"] = subject });

    private static async Task<ApiReply> ManageAsync(SandboxApi api, string action, string id)
    {
        var token = await api.CreateTokenAsync("manager", "grant_management_query", "grant_management_revoke");
        return await api.PostAsync(
            "/gm",
            new JsonObject
            {
                ["accessToken"] = token["accessToken"],
                ["gmAction"] = action,
                ["grantId"] = id,
            }
        );
    }

    private static async Task<(string? Code, string? Action)> OutcomeAsync(
        SandboxApi api,
        string action,
        string? id,
        string? token,
        params (string Name, JsonNode? Value)[] members
    )
    {
        var body = new JsonObject
        {
            ["accessToken"] = token,
            ["gmAction"] = action,
            ["grantId"] = id,
        };
        foreach (var (name, value) in members)
        {
            body[name] = value;
        }

        var reply = await api.PostAsync("/gm", body);
        return (reply.Code, reply.Action);
    }
}
