using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class ClientAssertionTests
{
    private const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    [Theory]
    [InlineData("https://as.example.com")]
    [InlineData("https://as.example.com/token")]
    public async Task A_client_may_sign_with_its_secret(string audience)
    {
        await using var api = await StartAsync("CLIENT_SECRET_JWT");

        var reply = await AskAsync(api, Sign(api, Payload(api, ("aud", audience))));

        Assert.Equal(("OK", api.ClientId, "CLIENT_SECRET_JWT"), (reply.Action, reply["clientId"], reply["clientAuthMethod"]));
    }

    [Fact]
    public async Task A_client_may_sign_with_a_key()
    {
        await using var api = await StartAsync("PRIVATE_KEY_JWT");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var payload = Payload(api).ToJsonString();
        Assert.Equal("A156303", (await AskAsync(api, Jws.Es256(key, payload))).Code);
        await api.ChangeClientAsync(api.Client.ClientId, ("jwks", Jws.JwkSet(key)));

        Assert.Equal("OK", (await AskAsync(api, Jws.Es256(key, payload))).Action);
        Assert.Equal("A156304", (await AskAsync(api, Jws.Es256(key, payload, "key-2"))).Code);
        Assert.Equal("A157326", (await AskAsync(api, Jws.Es256(other, payload))).Code);
        Assert.Equal("A157313", (await AskAsync(api, Sign(api, Payload(api)))).Code);
        await api.ChangeClientAsync(api.Client.ClientId, ("tokenAuthSignAlg", "PS256"));
        Assert.Equal("A157313", (await AskAsync(api, Jws.Es256(key, payload))).Code);
        await api.ChangeClientAsync(api.Client.ClientId, ("tokenAuthSignAlg", "HS256"));
        Assert.Equal("A157308", (await AskAsync(api, Jws.Es256(key, payload))).Code);
    }

    [Theory]
    [InlineData("A157315", "iss", "\"1\"")]
    [InlineData("A157316", "sub", null)]
    [InlineData("A157316", "sub", "\"1\"")]
    [InlineData("A157318", "aud", null)]
    [InlineData("A157318", "aud", "[\"https://other.example.com\"]")]
    [InlineData("A157319", "exp", null)]
    [InlineData("A157320", "exp", "1")]
    [InlineData("A157322", "nbf", "9999999999")]
    [InlineData("A157323", "iat", "9999999999")]
    public async Task The_claims_are_checked(string code, string name, string? value)
    {
        await using var api = await StartAsync("CLIENT_SECRET_JWT");
        var assertion = Sign(api, Payload(api, (name, value is null ? null : JsonNode.Parse(value))));

        var reply = await AskAsync(api, assertion, ("client_id", api.ClientId));

        Assert.Equal((code, "INVALID_CLIENT", "invalid_client"), (reply.Code, reply.Action, reply.Error));
    }

    [Fact]
    public async Task The_clock_may_be_off_a_little()
    {
        await using var api = await StartAsync("CLIENT_SECRET_JWT");
        var assertion = Sign(api, Payload(api, ("exp", api.Clock.GetUtcNow().ToUnixTimeSeconds())));
        Assert.Equal("A157320", (await AskAsync(api, assertion)).Code);

        await api.ChangeServiceAsync(("allowableClockSkew", 5));

        Assert.Equal("OK", (await AskAsync(api, assertion)).Action);
    }

    [Fact]
    public async Task The_assertion_must_be_there_and_be_signed_by_the_client()
    {
        await using var api = await StartAsync("CLIENT_SECRET_JWT");
        var assertion = Sign(api, Payload(api));
        var grant = ("grant_type", "client_credentials");

        Assert.Equal("A157309", (await api.SendFormAsync("/auth/token", grant, ("client_assertion", assertion))).Code);
        Assert.Equal(
            "A157310",
            (await api.SendFormAsync("/auth/token", grant, ("client_assertion", assertion), ("client_assertion_type", "x"))).Code
        );
        Assert.Equal(
            "A157311",
            (await api.SendFormAsync("/auth/token", grant, ("client_id", api.ClientId), ("client_assertion_type", Type))).Code
        );
        Assert.Equal("A158305", (await AskAsync(api, assertion, ("client_assertion", assertion))).Code);
        Assert.Equal("A244303", (await AskAsync(api, "no-jwt")).Code);
        Assert.Equal("A244304", (await AskAsync(api, Sign(api, Payload(api, ("iss", null))))).Code);
        Assert.Equal(
            "A157326",
            (await AskAsync(api, Jws.Hs256("another secret that is long enough for the algorithm", Payload(api)))).Code
        );
        Assert.Equal("A157313", (await AskAsync(api, Jws.Of(new JsonObject { ["alg"] = "none" }, Payload(api).ToJsonString(), []))).Code);
        Assert.Equal("A157309", (await api.AsClientAsync("/auth/token", grant)).Code);
        await api.ChangeClientAsync(api.Client.ClientId, ("tokenAuthSignAlg", "ES256"));
        Assert.Equal("A157307", (await AskAsync(api, assertion)).Code);
    }

    [Fact]
    public async Task Assertions_work_wherever_a_client_authenticates()
    {
        await using var api = await StartAsync("CLIENT_SECRET_JWT");
        (string, string)[] credentials = [("client_assertion_type", Type), ("client_assertion", Sign(api, Payload(api)))];

        var pushed = await api.SendFormAsync(
            "/pushed_auth_req",
            [("response_type", "code"), ("redirect_uri", api.Client.RedirectUri), .. credentials]
        );
        Assert.Equal(("CREATED", "CLIENT_SECRET_JWT"), (pushed.Action, pushed["clientAuthMethod"]));
        Assert.Equal("OK", (await api.SendFormAsync("/device/authorization", [("scope", "openid"), .. credentials])).Action);
        var request = await api.SendFormAsync("/backchannel/authentication", [("scope", "openid"), ("login_hint", "john"), .. credentials]);
        Assert.Equal("USER_IDENTIFICATION", request.Action);
        Assert.Equal("OK", (await api.SendFormAsync("/auth/revocation", [("token", "unknown"), .. credentials])).Action);
        foreach (
            var (path, malformed) in new[]
            {
                ("/pushed_auth_req", "A247301"),
                ("/device/authorization", "A218301"),
                ("/backchannel/authentication", "A168301"),
            }
        )
        {
            var reply = await api.SendFormAsync(path, ("client_assertion_type", Type), ("client_assertion", "no-jwt"));
            Assert.Equal((malformed, "UNAUTHORIZED"), (reply.Code, reply.Action));
        }
    }

    private static async Task<SandboxApi> StartAsync(string method)
    {
        var api = await SandboxApi.StartAsync();
        await api.ChangeClientAsync(api.Client.ClientId, ("tokenAuthMethod", method));
        return api;
    }

    private static JsonObject Payload(SandboxApi api, params (string Name, JsonNode? Value)[] changes)
    {
        var payload = new JsonObject
        {
            ["iss"] = api.ClientId,
            ["sub"] = api.ClientId,
            ["aud"] = "https://as.example.com/token",
            ["exp"] = api.Clock.GetUtcNow().ToUnixTimeSeconds() + 60,
        };
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                payload.Remove(name);
            }
            else
            {
                payload[name] = value;
            }
        }

        return payload;
    }

    private static string Sign(SandboxApi api, JsonObject payload) => Jws.Hs256(api.Client.ClientSecret, payload);

    private static Task<ApiReply> AskAsync(SandboxApi api, string assertion, params (string Name, string Value)[] more) =>
        api.SendFormAsync(
            "/auth/token",
            [("grant_type", "client_credentials"), ("client_assertion_type", Type), ("client_assertion", assertion), .. more]
        );
}
