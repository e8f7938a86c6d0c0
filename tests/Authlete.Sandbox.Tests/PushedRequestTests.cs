using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class PushedRequestTests
{
    private const string Prefix = "urn:ietf:params:oauth:request_uri:";

    [Fact]
    public async Task A_request_URI_refers_to_the_pushed_request()
    {
        await using var api = await SandboxApi.StartAsync();

        var pushed = await PushAsync(api, ("scope", "accounts"), ("state", "s-1"));
        Assert.Equal((200, "A245001", "CREATED"), (pushed.Status, pushed.Code, pushed.Action));
        Assert.StartsWith(Prefix, pushed["requestUri"], StringComparison.Ordinal);
        Assert.Equal(Prefix.Length + 43, pushed["requestUri"]!.Length);
        Assert.Equal(pushed["requestUri"], (string?)pushed.Content["request_uri"]);
        Assert.Equal(600, (int)pushed.Content["expires_in"]!);
        Assert.Equal("CLIENT_SECRET_BASIC", pushed["clientAuthMethod"]);

        var request = await AuthorizeAsync(api, pushed, ("state", "another"));
        Assert.Equal("INTERACTION", request.Action);
        Assert.Equal("accounts", (string?)request.Json["scopes"]![0]!["name"]);
        var issued = await api.PostAsync(
            "/auth/authorization/issue",
            new JsonObject { ["ticket"] = request["ticket"], ["subject"] = "john" }
        );
        Assert.StartsWith(api.Client.RedirectUri + "?", issued["responseContent"], StringComparison.Ordinal);
        Assert.Contains("state=s-1", issued["responseContent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_URI_works_once()
    {
        await using var api = await SandboxApi.StartAsync();
        var pushed = await PushAsync(api);
        await AuthorizeAsync(api, pushed);

        var again = await AuthorizeAsync(api, pushed);

        Assert.Equal(("A008303", "BAD_REQUEST", "invalid_request_uri"), (again.Code, again.Action, again.Error));
    }

    [Theory]
    [InlineData(0, 600)]
    [InlineData(30, 30)]
    public async Task A_request_URI_lives_as_long_as_the_service_says(int configured, int seconds)
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeServiceAsync(("pushedAuthReqDuration", configured));
        var early = await PushAsync(api);
        var late = await PushAsync(api);
        Assert.Equal(seconds, (int)early.Content["expires_in"]!);

        api.Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.Equal("INTERACTION", (await AuthorizeAsync(api, early)).Action);
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("A006325", (await AuthorizeAsync(api, late)).Code);
        Assert.Equal("A008303", (await AuthorizeAsync(api, late)).Code);
    }

    [Fact]
    public async Task A_request_URI_is_for_the_client_that_pushed()
    {
        await using var api = await SandboxApi.StartAsync();
        var other = await api.CreateClientAsync();
        var pushed = await PushAsync(api);

        var stolen = await api.SendFormAsync("/auth/authorization", ("client_id", other.Id), ("request_uri", pushed["requestUri"]!));

        Assert.Equal("A008303", stolen.Code);
        Assert.Equal("INTERACTION", (await AuthorizeAsync(api, pushed)).Action);
    }

    [Theory]
    [InlineData("A009304", "BAD_REQUEST", "response_type", "nothing")]
    [InlineData("A011304", "BAD_REQUEST", "redirect_uri", "https://attacker.example.com/")]
    [InlineData("A016303", "BAD_REQUEST", "prompt", "perhaps")]
    [InlineData("A248301", "BAD_REQUEST", "request_uri", "urn:ietf:params:oauth:request_uri:x")]
    [InlineData("A247303", "UNAUTHORIZED", "client_id", "1")]
    public async Task A_request_is_checked_when_it_is_pushed(string code, string action, string name, string value)
    {
        await using var api = await SandboxApi.StartAsync();
        if (name == "client_id")
        {
            value = (await api.CreateClientAsync()).Id;
        }

        var reply = await PushAsync(api, (name, value));

        Assert.Equal((200, code, action), (reply.Status, reply.Code, reply.Action));
        Assert.Null(reply["requestUri"]);
        Assert.NotNull(reply.Error);
    }

    [Fact]
    public async Task The_client_authenticates_as_at_the_token_endpoint()
    {
        await using var api = await SandboxApi.StartAsync();

        var wrong = await api.AsClientAsync("/pushed_auth_req", [("clientSecret", "wrong")], ("response_type", "code"));
        Assert.Equal(("A157305", "UNAUTHORIZED", "invalid_client"), (wrong.Code, wrong.Action, wrong.Error));
        var nobody = await api.SendFormAsync("/pushed_auth_req", ("response_type", "code"));
        Assert.Equal(("A247306", "UNAUTHORIZED"), (nobody.Code, nobody.Action));
        var unknown = await api.AsClientAsync("/pushed_auth_req", [("clientId", "1")], ("response_type", "code"));
        Assert.Equal(("A247307", "UNAUTHORIZED"), (unknown.Code, unknown.Action));
    }

    [Fact]
    public async Task Parameters_are_needed()
    {
        await using var api = await SandboxApi.StartAsync();

        Assert.Equal("A166201", (await api.PostAsync("/pushed_auth_req", new JsonObject { ["clientId"] = api.ClientId })).Code);
        Assert.Equal("A166202", (await api.PostAsync("/pushed_auth_req", new JsonObject { ["parameters"] = "a=%zz" })).Code);
        Assert.Equal("A166301", (await api.PostAsync("/pushed_auth_req", new JsonObject { ["parameters"] = "" })).Code);
    }

    [Theory]
    [InlineData(true, "A008305", "A008307")]
    [InlineData(false, "A008306", "A008308")]
    public async Task A_pushed_request_may_be_the_only_way(bool byClient, string direct, string elsewhere)
    {
        await using var api = await SandboxApi.StartAsync();
        if (byClient)
        {
            await api.ChangeClientAsync(api.Client.ClientId, ("parRequired", true));
        }
        else
        {
            await api.ChangeServiceAsync(("parRequired", true));
        }

        Assert.Equal(direct, (await api.SendFormAsync("/auth/authorization", Request(api))).Code);
        var other = await api.SendFormAsync(
            "/auth/authorization",
            ("client_id", api.ClientId),
            ("request_uri", "https://client.example.com/request")
        );
        Assert.Equal(elsewhere, other.Code);
        Assert.Equal("INTERACTION", (await AuthorizeAsync(api, await PushAsync(api))).Action);
    }

    [Fact]
    public async Task Nothing_is_fetched_from_a_request_URI_elsewhere()
    {
        await using var api = await SandboxApi.StartAsync();
        const string uri = "https://client.example.com/request";

        var foreign = await api.SendFormAsync("/auth/authorization", ("client_id", api.ClientId), ("request_uri", uri));
        Assert.Equal(("A005384", "invalid_request_uri"), (foreign.Code, foreign.Error));
        await api.ChangeClientAsync(api.Client.ClientId, ("requestUris", new JsonArray(uri)));
        var registered = await api.SendFormAsync("/auth/authorization", ("client_id", api.ClientId), ("request_uri", uri));
        Assert.Equal(("A005382", "invalid_request_uri"), (registered.Code, registered.Error));
    }

    private static (string Name, string Value)[] Request(SandboxApi api, params (string Name, string Value)[] changes) =>
        [
            .. new[] { ("response_type", "code"), ("client_id", api.ClientId), ("redirect_uri", api.Client.RedirectUri) }.Where(pair =>
                !changes.Any(change => change.Name == pair.Item1)
            ),
            .. changes,
        ];

    private static Task<ApiReply> PushAsync(SandboxApi api, params (string Name, string Value)[] changes) =>
        api.AsClientAsync("/pushed_auth_req", Request(api, changes));

    private static Task<ApiReply> AuthorizeAsync(SandboxApi api, ApiReply pushed, params (string Name, string Value)[] more) =>
        api.SendFormAsync("/auth/authorization", [("client_id", api.ClientId), ("request_uri", pushed["requestUri"]!), .. more]);
}
