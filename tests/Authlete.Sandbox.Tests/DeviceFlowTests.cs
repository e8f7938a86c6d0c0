using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed partial class DeviceFlowTests
{
    private const string Grant = "urn:ietf:params:oauth:grant-type:device_code";

    [Fact]
    public async Task The_device_gets_codes_and_where_to_send_the_user()
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await StartAsync(api, "accounts openid profile");

        Assert.Equal((200, "A220001", "OK"), (reply.Status, reply.Code, reply.Action));
        Assert.Equal(43, reply["deviceCode"]!.Length);
        Assert.Matches("^[BCDFGHJKLMNPQRSTVWXZ]{8}$", reply["userCode"]);
        Assert.Equal("https://as.example.com/device", reply["verificationUri"]);
        Assert.Equal("https://as.example.com/device?user_code=" + reply["userCode"], reply["verificationUriComplete"]);
        Assert.Equal(("600", "5", "Sandbox web client"), (reply["expiresIn"], reply["interval"], reply["clientName"]));
        Assert.Equal(["accounts", "openid", "profile"], reply.Json["scopes"]!.AsArray().Select(scope => (string?)scope!["name"]));
        Assert.Contains("family_name", reply.Json["claimNames"]!.AsArray().Select(name => (string?)name));
        var content = reply.Content;
        Assert.Equal((reply["deviceCode"], reply["userCode"]), ((string?)content["device_code"], (string?)content["user_code"]));
        Assert.Equal((600, 5), ((int)content["expires_in"]!, (int)content["interval"]!));
        Assert.Equal(reply["verificationUriComplete"], (string?)content["verification_uri_complete"]);
    }

    [Fact]
    public async Task The_service_says_what_user_codes_look_like()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeServiceAsync(
            ("userCodeCharset", "NUMERIC"),
            ("userCodeLength", 0),
            ("deviceFlowPollingInterval", 0),
            ("deviceVerificationUriComplete", "https://as.example.com/d")
        );

        var reply = await StartAsync(api);

        Assert.Matches("^[0-9]{10}$", reply["userCode"]);
        Assert.Equal("0", reply["interval"]);
        Assert.False(reply.Content.ContainsKey("interval"));
        Assert.Null(reply["verificationUriComplete"]);
        Assert.Contains("A223201", (string?)reply.Json["warnings"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_come_once_the_user_has_agreed_and_only_once()
    {
        await using var api = await SandboxApi.StartAsync();
        var device = await StartAsync(api, "openid accounts");
        var pending = await PollAsync(api, device);
        Assert.Equal(("A242307", "BAD_REQUEST", "authorization_pending"), (pending.Code, pending.Action, pending.Error));

        var completed = await CompleteAsync(
            api,
            device,
            "AUTHORIZED",
            ("subject", "john"),
            ("acr", "gold"),
            ("authTime", 1234),
            ("claims", """{"nickname":"jo"}""")
        );
        Assert.Equal((200, "A241001", "SUCCESS"), (completed.Status, completed.Code, completed.Action));

        var token = await PollAsync(api, device);
        Assert.Equal(("A242002", "OK"), (token.Code, token.Action));
        Assert.Equal(("john", "DEVICE_CODE", "CLIENT_SECRET_BASIC"), (token["subject"], token["grantType"], token["clientAuthMethod"]));
        Assert.Equal(token["accessToken"], (string?)token.Content["access_token"]);
        Assert.Equal("accounts openid", (string?)token.Content["scope"]);
        var idToken = Jws.Payload(token["idToken"]!);
        Assert.Equal(
            ("john", "gold", 1234, "jo"),
            ((string?)idToken["sub"], (string?)idToken["acr"], (int)idToken["auth_time"]!, (string?)idToken["nickname"])
        );
        Assert.Equal("john", (await api.IntrospectAsync(token["accessToken"]!))["subject"]);
        var refreshed = await api.AsClientAsync("/auth/token", ("grant_type", "refresh_token"), ("refresh_token", token["refreshToken"]!));
        Assert.Equal("OK", refreshed.Action);

        var again = await PollAsync(api, device);
        Assert.Equal(("A242304", "invalid_grant"), (again.Code, again.Error));
        Assert.Equal("NOT_EXIST", (await VerifyAsync(api, device["userCode"])).Action);
    }

    [Fact]
    public async Task Approved_scopes_are_granted()
    {
        await using var api = await SandboxApi.StartAsync();
        var device = await StartAsync(api, "openid accounts");

        await CompleteAsync(api, device, "AUTHORIZED", ("subject", "john"), ("scopes", new JsonArray("accounts")));

        var token = await PollAsync(api, device);
        Assert.Equal("accounts", (string?)token.Content["scope"]);
        Assert.Null(token["idToken"]);
        var granted = await api.GetAsync($"/client/granted_scopes/get/{api.ClientId}?subject=john");
        Assert.Equal("accounts", (string?)Assert.Single(granted.Json["latestGrantedScopes"]!.AsArray()));
    }

    [Theory]
    [InlineData("ACCESS_DENIED", "access_denied")]
    [InlineData("TRANSACTION_FAILED", "expired_token")]
    public async Task The_device_learns_of_a_failure_once(string result, string error)
    {
        await using var api = await SandboxApi.StartAsync();
        var device = await StartAsync(api);
        await CompleteAsync(api, device, result, ("errorDescription", "No."), ("errorUri", "https://as.example.com/no"));

        var token = await PollAsync(api, device);

        Assert.Equal(("A242001", "BAD_REQUEST", error), (token.Code, token.Action, token.Error));
        Assert.Equal(
            ("No.", "https://as.example.com/no"),
            ((string?)token.Content["error_description"], (string?)token.Content["error_uri"])
        );
        Assert.Equal("A242304", (await PollAsync(api, device)).Code);
    }

    [Fact]
    public async Task A_user_code_is_verified_without_being_used_up()
    {
        await using var api = await SandboxApi.StartAsync();
        var device = await StartAsync(api, "accounts");

        for (var count = 0; count < 2; count++)
        {
            var reply = await VerifyAsync(api, device["userCode"]);
            Assert.Equal((200, "A224001", "VALID"), (reply.Status, reply.Code, reply.Action));
            Assert.Equal((api.ClientId, "Sandbox web client"), (reply["clientId"], reply["clientName"]));
            var expiresAt = api.Clock.GetUtcNow().AddSeconds(600).ToUnixTimeMilliseconds();
            Assert.Equal(expiresAt.ToString(CultureInfo.InvariantCulture), reply["expiresAt"]);
            Assert.Equal("accounts", (string?)reply.Json["scopes"]![0]!["name"]);
        }
    }

    [Fact]
    public async Task Codes_that_cannot_be_used_have_different_results()
    {
        await using var api = await SandboxApi.StartAsync();
        var device = await StartAsync(api);
        var other = await api.CreateClientAsync();

        Assert.Equal(("A225201", "SERVER_ERROR"), Outcome(await VerifyAsync(api, null)));
        Assert.Equal(("A225301", "NOT_EXIST"), Outcome(await VerifyAsync(api, device["userCode"]!.ToLowerInvariant())));
        Assert.Equal(("A227201", "INVALID_REQUEST"), Outcome(await CompleteAsync(api, (string?)null, "AUTHORIZED", ("subject", "john"))));
        Assert.Equal(("A227301", "USER_CODE_NOT_EXIST"), Outcome(await CompleteAsync(api, "BBBBBBBB", "AUTHORIZED", ("subject", "john"))));
        var foreign = await api.AsClientAsync(
            "/auth/token",
            [("clientId", other.Id), ("clientSecret", other.Secret)],
            ("grant_type", Grant),
            ("device_code", device["deviceCode"]!)
        );
        Assert.Equal(("A242305", "invalid_grant"), (foreign.Code, foreign.Error));

        var service = await api.CreateServiceAsync();
        api.UseService(service["apiKey"]!.ToString(), (string)service["apiSecret"]!);
        Assert.Equal(("A225302", "NOT_EXIST"), Outcome(await VerifyAsync(api, device["userCode"])));
        Assert.Equal(("A227302", "USER_CODE_NOT_EXIST"), Outcome(await CompleteAsync(api, device, "AUTHORIZED", ("subject", "john"))));
    }

    [Fact]
    public async Task Codes_expire_together()
    {
        await using var api = await SandboxApi.StartAsync();
        var device = await StartAsync(api);
        api.Clock.Advance(TimeSpan.FromSeconds(600));

        Assert.Equal(("A225303", "EXPIRED"), Outcome(await VerifyAsync(api, device["userCode"])));
        Assert.Equal(("A227303", "USER_CODE_EXPIRED"), Outcome(await CompleteAsync(api, device, "AUTHORIZED", ("subject", "john"))));
        var token = await PollAsync(api, device);
        Assert.Equal(("A242306", "expired_token"), (token.Code, token.Error));
    }

    [Theory]
    [InlineData("A228201", null, "subject", "john")]
    [InlineData("A230201", "AUTHORIZED", "acr", "gold")]
    [InlineData("A230203", "AUTHORIZED", "subject", "jöhn")]
    [InlineData("A231202", "AUTHORIZED", "sub", "jöhn")]
    [InlineData("A233202", "AUTHORIZED", "acr", "gölden")]
    [InlineData("A234201", "AUTHORIZED", "claims", "[]")]
    [InlineData("A257201", "AUTHORIZED", "idtHeaderParams", "{")]
    [InlineData("A236203", "ACCESS_DENIED", "errorUri", "https://é.example.com")]
    public async Task An_invalid_decision_leaves_the_user_code_open(string code, string? result, string name, string value)
    {
        await using var api = await SandboxApi.StartAsync();
        var device = await StartAsync(api);
        (string, JsonNode?)[] members = name == "subject" || code == "A230201" ? [(name, value)] : [("subject", "john"), (name, value)];

        Assert.Equal((code, "INVALID_REQUEST"), Outcome(await CompleteAsync(api, device, result, members)));

        Assert.Equal("SUCCESS", (await CompleteAsync(api, device, "AUTHORIZED", ("subject", "john"))).Action);
    }

    [Fact]
    public async Task A_request_is_decided_once()
    {
        await using var api = await SandboxApi.StartAsync();
        var device = await StartAsync(api);
        await CompleteAsync(api, device, "ACCESS_DENIED");

        Assert.Equal(("A239203", "INVALID_REQUEST"), Outcome(await CompleteAsync(api, device, "AUTHORIZED", ("subject", "john"))));

        Assert.Equal("access_denied", (await PollAsync(api, device)).Error);
    }

    private static (string? Code, string? Action) Outcome(ApiReply reply) => (reply.Code, reply.Action);

    private static Task<ApiReply> StartAsync(SandboxApi api, string scope = "openid") =>
        api.AsClientAsync("/device/authorization", ("scope", scope));

    private static Task<ApiReply> PollAsync(SandboxApi api, ApiReply device) =>
        api.AsClientAsync("/auth/token", ("grant_type", Grant), ("device_code", device["deviceCode"]!));

    private static Task<ApiReply> VerifyAsync(SandboxApi api, string? userCode) =>
        api.PostAsync("/device/verification", new JsonObject { ["userCode"] = userCode });

    private static Task<ApiReply> CompleteAsync(
        SandboxApi api,
        ApiReply device,
        string? result,
        params (string Name, JsonNode? Value)[] members
    ) => CompleteAsync(api, device["userCode"], result, members);

    private static Task<ApiReply> CompleteAsync(
        SandboxApi api,
        string? userCode,
        string? result,
        params (string Name, JsonNode? Value)[] members
    )
    {
        var body = new JsonObject { ["userCode"] = userCode, ["result"] = result };
        foreach (var (name, value) in members)
        {
            body[name] = value;
        }

        return api.PostAsync("/device/complete", body);
    }
}
