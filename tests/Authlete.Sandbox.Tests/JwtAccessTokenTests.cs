using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class JwtAccessTokenTests
{
    [Fact]
    public async Task The_client_gets_a_JWT_beside_the_opaque_token()
    {
        await using var api = await StartAsync();

        var token = await api.RedeemAsync(
            await api.GrantAsync("john", "accounts openid"),
            ("jwtAtClaims", """{"tenant":"t-1","iss":"forged"}""")
        );

        var jwt = token["jwtAccessToken"]!;
        Assert.Equal(jwt, (string?)token.Content["access_token"]);
        Assert.Equal(43, token["accessToken"]!.Length);
        Assert.Equal(
            ("ES256", "es256-1", "at+jwt"),
            ((string?)Jws.Header(jwt)["alg"], (string?)Jws.Header(jwt)["kid"], (string?)Jws.Header(jwt)["typ"])
        );
        var payload = Jws.Payload(jwt);
        var now = api.Clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal(
            ("https://as.example.com", "john", api.ClientId, "accounts openid", "t-1"),
            (
                (string?)payload["iss"],
                (string?)payload["sub"],
                (string?)payload["client_id"],
                (string?)payload["scope"],
                (string?)payload["tenant"]
            )
        );
        Assert.Equal((now, now + 3600, token["accessToken"]), ((long)payload["iat"]!, (long)payload["exp"]!, (string?)payload["jti"]));
        Assert.Equal("A160001", (await api.PostAsync("/jose/verify", new JsonObject { ["jose"] = jwt })).Code);
    }

    [Fact]
    public async Task Both_forms_stand_for_the_same_token()
    {
        await using var api = await StartAsync();
        var token = await api.RedeemAsync(await api.GrantAsync("john", "accounts openid"));

        foreach (var form in new[] { token["accessToken"]!, token["jwtAccessToken"]! })
        {
            Assert.Equal("john", (await api.IntrospectAsync(form))["subject"]);
            Assert.True((bool)(await api.SendFormAsync("/auth/introspection/standard", ("token", form))).Content["active"]!);
            Assert.Equal("OK", (await api.PostAsync("/auth/userinfo", new JsonObject { ["token"] = form })).Action);
        }

        await api.PostAsync(
            "/auth/token/update",
            new JsonObject { ["accessToken"] = token["jwtAccessToken"], ["scopes"] = new JsonArray("payments") }
        );
        Assert.Equal("payments", (string?)(await api.IntrospectAsync(token["accessToken"]!)).Json["scopes"]![0]);
        await api.AsClientAsync("/auth/revocation", ("token", token["jwtAccessToken"]!));
        Assert.Equal("A057302", (await api.IntrospectAsync(token["accessToken"]!)).Code);
        Assert.Equal("A057302", (await api.IntrospectAsync(token["jwtAccessToken"]!)).Code);
    }

    [Fact]
    public async Task The_database_decides_and_not_the_JWT()
    {
        await using var api = await StartAsync();
        var jwt = (await api.RedeemAsync(await api.GrantAsync("john", "accounts")))["jwtAccessToken"]!;
        api.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("A065301", (await api.IntrospectAsync(jwt)).Code);
    }

    [Fact]
    public async Task Every_way_to_a_token_gives_a_JWT()
    {
        await using var api = await StartAsync();
        var issued = await api.GrantAsync("john", "openid accounts", "code id_token token");
        Assert.Contains("access_token=" + issued["jwtAccessToken"], issued["responseContent"], StringComparison.Ordinal);

        var token = await api.RedeemAsync(issued);
        var refreshed = await api.AsClientAsync("/auth/token", ("grant_type", "refresh_token"), ("refresh_token", token["refreshToken"]!));
        Assert.Equal(refreshed["jwtAccessToken"], (string?)refreshed.Content["access_token"]);
        Assert.Equal(refreshed["accessToken"], (string?)Jws.Payload(refreshed["jwtAccessToken"]!)["jti"]);
        Assert.Equal("OK", (await api.IntrospectAsync(refreshed["jwtAccessToken"]!)).Action);

        var own = await api.AsClientAsync("/auth/token", ("grant_type", "client_credentials"));
        Assert.Equal(api.ClientId, (string?)Jws.Payload(own["jwtAccessToken"]!)["sub"]);
        var created = await api.CreateTokenAsync("john", "accounts");
        Assert.Equal("john", (string?)Jws.Payload(created["jwtAccessToken"]!)["sub"]);
        var password = await api.AsClientAsync("/auth/token", ("grant_type", "password"), ("username", "u"), ("password", "p"));
        var approved = await api.PostAsync(
            "/auth/token/issue",
            new JsonObject
            {
                ["ticket"] = password["ticket"],
                ["subject"] = "john",
                ["jwtAtClaims"] = """{"tenant":"t-1"}""",
            }
        );
        Assert.Equal("t-1", (string?)Jws.Payload(approved["jwtAccessToken"]!)["tenant"]);
    }

    [Fact]
    public async Task Properties_that_the_client_may_see_are_claims_too()
    {
        await using var api = await StartAsync();
        var properties = JsonNode.Parse(
            """[{"key":"tier","value":"gold"},{"key":"score","value":"7","hidden":true},{"key":"iss","value":"forged"}]"""
        );

        var token = await api.RedeemAsync(await api.GrantAsync("john", "accounts"), ("properties", properties));
        var refreshed = await api.AsClientAsync("/auth/token", ("grant_type", "refresh_token"), ("refresh_token", token["refreshToken"]!));

        foreach (var payload in new[] { Jws.Payload(token["jwtAccessToken"]!), Jws.Payload(refreshed["jwtAccessToken"]!) })
        {
            Assert.Equal(("gold", "https://as.example.com"), ((string?)payload["tier"], (string?)payload["iss"]));
            Assert.False(payload.ContainsKey("score"));
        }
    }

    [Fact]
    public async Task Claims_may_be_given_when_the_user_agrees()
    {
        await using var api = await StartAsync();
        var request = await api.SendFormAsync(
            "/auth/authorization",
            ("response_type", "code"),
            ("client_id", api.ClientId),
            ("redirect_uri", api.Client.RedirectUri)
        );
        var issued = await api.PostAsync(
            "/auth/authorization/issue",
            new JsonObject
            {
                ["ticket"] = request["ticket"],
                ["subject"] = "john",
                ["jwtAtClaims"] = """{"tenant":"t-1"}""",
            }
        );

        Assert.Equal("t-1", (string?)Jws.Payload((await api.RedeemAsync(issued))["jwtAccessToken"]!)["tenant"]);
    }

    [Fact]
    public async Task The_ID_token_goes_with_the_JWT()
    {
        await using var api = await StartAsync();
        var token = await api.GrantAsync("john", "openid", "id_token token");

        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(token["jwtAccessToken"]!));
        Assert.Equal(System.Buffers.Text.Base64Url.EncodeToString(hash.AsSpan(0, 16)), (string?)Jws.Payload(token["idToken"]!)["at_hash"]);
    }

    [Fact]
    public async Task A_symmetric_algorithm_does_not_do()
    {
        await using var api = await StartAsync("HS256");

        var reply = await api.AsClientAsync("/auth/token", ("grant_type", "client_credentials"));

        Assert.Equal(("INTERNAL_SERVER_ERROR", "server_error"), (reply.Action, reply.Error));
        Assert.Equal("0", (await api.GetAsync("/auth/token/get/list"))["totalCount"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("NONE")]
    public async Task Without_an_algorithm_there_is_no_JWT(string? algorithm)
    {
        await using var api = await StartAsync(algorithm);

        var token = await api.AsClientAsync("/auth/token", ("grant_type", "client_credentials"));

        Assert.Equal("OK", token.Action);
        Assert.Null(token["jwtAccessToken"]);
        Assert.Equal(token["accessToken"], (string?)token.Content["access_token"]);
    }

    private static async Task<SandboxApi> StartAsync(string? algorithm = "ES256")
    {
        var api = await SandboxApi.StartAsync();
        await api.ChangeServiceAsync(("accessTokenSignAlg", algorithm));
        return api;
    }
}
