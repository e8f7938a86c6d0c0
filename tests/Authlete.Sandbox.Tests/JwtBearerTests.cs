using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class JwtBearerTests
{
    private const string Grant = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    [Fact]
    public async Task A_valid_assertion_is_passed_to_the_caller_and_nothing_is_issued()
    {
        await using var api = await StartAsync();
        var assertion = Assertion(api);

        var reply = await AskAsync(api, ("assertion", assertion), ("scope", "accounts unknown"));

        Assert.Equal((200, "A314001", "JWT_BEARER"), (reply.Status, reply.Code, reply.Action));
        Assert.Equal((assertion, "JWT_BEARER", api.ClientId), (reply["assertion"], reply["grantType"], reply["clientId"]));
        Assert.Equal("""["accounts"]""", reply.Json["scopes"]!.ToJsonString());
        Assert.Equal("0", (await api.GetAsync("/auth/token/get/list"))["totalCount"]);
    }

    [Fact]
    public async Task A_client_may_be_unidentified_unless_the_service_forbids_it()
    {
        await using var api = await StartAsync();

        var reply = await api.SendFormAsync("/auth/token", ("grant_type", Grant), ("assertion", Assertion(api)), ("scope", "accounts"));
        Assert.Equal("JWT_BEARER", reply.Action);
        await api.ChangeServiceAsync(("jwtGrantByIdentifiableClientsOnly", true));
        Assert.Equal("BAD_REQUEST", (await api.SendFormAsync("/auth/token", ("grant_type", Grant), ("assertion", Assertion(api)))).Action);
        Assert.Equal("JWT_BEARER", (await AskAsync(api, ("assertion", Assertion(api)))).Action);
    }

    [Theory]
    [InlineData("A160204", "iss", null)]
    [InlineData("A160204", "sub", null)]
    [InlineData("A314314", "aud", null)]
    [InlineData("A314314", "aud", "\"https://other.example.com\"")]
    [InlineData("A314305", "exp", null)]
    [InlineData("A314309", "exp", "1")]
    [InlineData("A160207", "iat", "9999999999")]
    [InlineData("A160208", "nbf", "9999999999")]
    public async Task The_claims_of_the_assertion_are_checked(string code, string name, string? value)
    {
        await using var api = await StartAsync();

        var reply = await AskAsync(api, ("assertion", Assertion(api, (name, value is null ? null : JsonNode.Parse(value)))));

        Assert.Equal((code, "BAD_REQUEST", "invalid_grant"), (reply.Code, reply.Action, reply.Error));
    }

    [Fact]
    public async Task The_issuer_may_be_the_audience_too()
    {
        await using var api = await StartAsync();

        Assert.Equal(
            "JWT_BEARER",
            (await AskAsync(api, ("assertion", Assertion(api, ("aud", new JsonArray("https://as.example.com")))))).Action
        );
    }

    [Theory]
    [InlineData("invalid_request", "")]
    [InlineData("invalid_grant", "no-jwt")]
    public async Task The_assertion_must_be_a_JWT(string error, string assertion)
    {
        await using var api = await StartAsync();

        Assert.Equal(error, (await AskAsync(api, ("assertion", assertion))).Error);
        Assert.Equal("invalid_request", (await AskAsync(api)).Error);
    }

    [Fact]
    public async Task The_service_may_refuse_kinds_of_JWTs()
    {
        await using var api = await StartAsync();
        var unsigned = Jws.Of(new JsonObject { ["alg"] = "none" }, Jws.Payload(Assertion(api)).ToJsonString(), []);

        Assert.Equal("JWT_BEARER", (await AskAsync(api, ("assertion", unsigned))).Action);
        Assert.Equal("JWT_BEARER", (await AskAsync(api, ("assertion", "a.b.c.d.e"))).Action);
        await api.ChangeServiceAsync(("jwtGrantUnsignedJwtRejected", true), ("jwtGrantEncryptedJwtRejected", true));
        Assert.Equal("A314310", (await AskAsync(api, ("assertion", unsigned))).Code);
        Assert.Equal("invalid_grant", (await AskAsync(api, ("assertion", "a.b.c.d.e"))).Error);
        Assert.Equal("JWT_BEARER", (await AskAsync(api, ("assertion", Assertion(api)))).Action);
    }

    private static async Task<SandboxApi> StartAsync()
    {
        var api = await SandboxApi.StartAsync();
        await api.ChangeServiceAsync(("supportedGrantTypes", new JsonArray("JWT_BEARER")));
        await api.ChangeClientAsync(api.Client.ClientId, ("grantTypes", new JsonArray("JWT_BEARER")));
        return api;
    }

    private static string Assertion(SandboxApi api, params (string Name, JsonNode? Value)[] changes)
    {
        var payload = new JsonObject
        {
            ["iss"] = "https://issuer.example.com",
            ["sub"] = "john",
            ["aud"] = "https://as.example.com/token",
            ["exp"] = api.Clock.GetUtcNow().ToUnixTimeSeconds() + 60,
        };
        foreach (var (name, value) in changes)
        {
            payload[name] = value;
        }

        return Jws.Hs256("not checked", payload);
    }

    private static Task<ApiReply> AskAsync(SandboxApi api, params (string Name, string Value)[] parameters) =>
        api.AsClientAsync("/auth/token", [("grant_type", Grant), .. parameters]);
}
