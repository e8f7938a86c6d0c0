using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class IdTokenReissueTests
{
    [Fact]
    public async Task A_new_ID_token_with_new_times_is_made()
    {
        await using var api = await SandboxApi.StartAsync();
        var tokens = await api.CreateTokenAsync("john", "openid", "accounts");
        api.Clock.Advance(TimeSpan.FromSeconds(100));

        var reply = await ReissueAsync(api, tokens);

        Assert.Equal((200, "OK"), (reply.Status, reply.Action));
        var now = api.Clock.GetUtcNow().ToUnixTimeSeconds();
        var payload = Jws.Payload(reply["idToken"]!);
        Assert.Equal((now, now + 3600), ((long)payload["iat"]!, (long)payload["exp"]!));
        Assert.Equal("john", (string?)payload["sub"]);
        Assert.Equal(api.Client.ClientId.ToString(System.Globalization.CultureInfo.InvariantCulture), (string?)payload["aud"]![0]);
        Assert.NotNull(payload["at_hash"]);
        Assert.Null(payload["nonce"]);
        var verdict = await api.PostAsync("/jose/verify", new JsonObject { ["jose"] = reply["idToken"] });
        Assert.Equal("A160001", verdict.Code);

        Assert.Equal(tokens["accessToken"], (string?)reply.Content["access_token"]);
        Assert.Equal(tokens["refreshToken"], (string?)reply.Content["refresh_token"]);
        Assert.Equal(reply["idToken"], (string?)reply.Content["id_token"]);
        Assert.Equal("accounts openid", (string?)reply.Content["scope"]);
        Assert.Equal(3500, (int)reply.Content["expires_in"]!);
    }

    [Theory]
    [InlineData(true, "openid", "ID_TOKEN_REISSUABLE")]
    [InlineData(true, "accounts", "OK")]
    [InlineData(false, "openid", "OK")]
    public async Task A_refresh_response_has_the_action_for_reissuing_an_ID_token_if_the_service_enables_it(
        bool on,
        string scope,
        string action
    )
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeServiceAsync(("idTokenReissuable", on));
        var tokens = await api.CreateTokenAsync("john", scope);

        var reply = await api.PostAsync(
            "/auth/token",
            new JsonObject
            {
                ["parameters"] = SandboxApi.Form(("grant_type", "refresh_token"), ("refresh_token", (string)tokens["refreshToken"]!)),
                ["clientId"] = api.Client.ClientId.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["clientSecret"] = api.Client.ClientSecret,
            }
        );

        Assert.Equal(action, reply.Action);
        Assert.NotNull(reply["accessToken"]);
    }

    [Fact]
    public async Task The_caller_may_set_sub_claims_header_and_audience()
    {
        await using var api = await SandboxApi.StartAsync();
        var tokens = await api.CreateTokenAsync("john", "openid");

        var reply = await ReissueAsync(
            api,
            tokens,
            ("sub", "pairwise-1"),
            ("claims", """{"email":"john@example.com","iss":"https://other.example.com"}"""),
            ("idtHeaderParams", """{"x":"y"}"""),
            ("idTokenAudType", "string")
        );

        var payload = Jws.Payload(reply["idToken"]!);
        Assert.Equal("pairwise-1", (string?)payload["sub"]);
        Assert.Equal("john@example.com", (string?)payload["email"]);
        Assert.Equal("https://as.example.com", (string?)payload["iss"]);
        Assert.Equal("y", (string?)Jws.Header(reply["idToken"]!)["x"]);
        Assert.Equal(api.Client.ClientId.ToString(System.Globalization.CultureInfo.InvariantCulture), (string?)payload["aud"]);
    }

    [Theory]
    [InlineData("accessToken", "", "A057301")]
    [InlineData("accessToken", "unknown", "A057302")]
    [InlineData("refreshToken", "", "A053301")]
    [InlineData("refreshToken", "unknown", "A053305")]
    [InlineData("claims", "x", "A044201")]
    [InlineData("idtHeaderParams", "[]", "A255201")]
    [InlineData("idTokenAudType", "object", "A031201")]
    public async Task A_wrong_member_is_the_callers_error(string name, string value, string code)
    {
        await using var api = await SandboxApi.StartAsync();
        var tokens = await api.CreateTokenAsync("john", "openid");

        var reply = await ReissueAsync(api, tokens, (name, value));

        Assert.Equal((200, code, "CALLER_ERROR"), (reply.Status, reply.Code, reply.Action));
        Assert.Null(reply["idToken"]);
    }

    [Fact]
    public async Task Tokens_without_openid_of_another_pair_or_past_their_time_are_refused()
    {
        await using var api = await SandboxApi.StartAsync();
        Assert.Equal("A089304", (await ReissueAsync(api, await api.CreateTokenAsync("john", "accounts"))).Code);

        var first = await api.CreateTokenAsync("john", "openid");
        var second = await api.CreateTokenAsync("john", "openid");
        Assert.Equal("A053305", (await ReissueAsync(api, first, ("refreshToken", second["refreshToken"]!))).Code);

        api.Clock.Advance(TimeSpan.FromSeconds(3601));
        Assert.Equal("A057302", (await ReissueAsync(api, first)).Code);
    }

    [Fact]
    public async Task Without_a_key_the_service_is_at_fault()
    {
        await using var api = await SandboxApi.StartAsync();
        var tokens = await api.CreateTokenAsync("john", "openid");
        await api.ChangeServiceAsync(("jwks", null));

        var reply = await ReissueAsync(api, tokens);

        Assert.Equal(("A046201", "INTERNAL_SERVER_ERROR"), (reply.Code, reply.Action));
    }

    private static Task<ApiReply> ReissueAsync(SandboxApi api, ApiReply tokens, params (string Name, string Value)[] changes)
    {
        var body = new JsonObject { ["accessToken"] = tokens["accessToken"], ["refreshToken"] = tokens["refreshToken"] };
        foreach (var (name, value) in changes)
        {
            body[name] = value;
        }

        return api.PostAsync("/idtoken/reissue", body);
    }
}
