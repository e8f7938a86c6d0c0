using System;
using System.Globalization;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

/// <summary>Edge cases of requests: numbers and texts out of range, empty values, and clients that were removed in the meantime.</summary>
public sealed class OddRequestTests
{
    [Theory]
    [InlineData("/auth/authorization", """{"parameters":"\ud800"}""")]
    [InlineData("/client/create", """{"clientName":"\udc00"}""")]
    [InlineData("/auth/introspection", """{"token":"a","\ud800":1}""")]
    [InlineData("/client/create", """{"defaultMaxAge":2147483648}""")]
    public async Task A_value_out_of_range_is_malformed(string path, string body)
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await api.SendTextAsync(HttpMethod.Post, path, body);

        Assert.Equal((400, "A000201"), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData("accessTokenDuration")]
    [InlineData("refreshTokenDuration")]
    [InlineData("idTokenDuration")]
    public async Task A_very_long_duration_does_not_overflow(string duration)
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeServiceAsync((duration, long.MaxValue / 1000));

        var token = await api.RedeemAsync(await api.GrantAsync("john", "openid"));

        Assert.Equal("OK", (await api.IntrospectAsync(token["accessToken"]!)).Action);
        Assert.True((long)Jws.Payload(token["idToken"]!)["exp"]! > 0);
        Assert.True((long)token.Json["accessTokenExpiresAt"]! > 0);
    }

    [Fact]
    public async Task An_empty_value_for_a_token_counts_as_none()
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await api.PostAsync(
            "/auth/token/create",
            new JsonObject
            {
                ["grantType"] = "AUTHORIZATION_CODE",
                ["clientId"] = api.Client.ClientId,
                ["subject"] = "john",
                ["scopes"] = new JsonArray("openid"),
                ["accessToken"] = "",
                ["refreshToken"] = "",
            }
        );

        Assert.Equal(43, reply["accessToken"]!.Length);
        Assert.Equal(43, reply["refreshToken"]!.Length);
    }

    [Theory]
    [InlineData("/auth/token", "A047201")]
    [InlineData("/auth/revocation", "A113201")]
    [InlineData("/auth/introspection/standard", "A145201")]
    [InlineData("/pushed_auth_req", "A166201")]
    [InlineData("/device/authorization", "A166201")]
    public async Task A_call_without_parameters_is_the_callers_fault_not_the_clients(string path, string code)
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await api.PostAsync(path, []);

        Assert.Equal((code, "INTERNAL_SERVER_ERROR"), (reply.Code, reply.Action));
    }

    [Fact]
    public async Task Nothing_is_issued_for_a_client_that_was_deleted_in_the_meantime()
    {
        await using var api = await SandboxApi.StartAsync();
        var code = await api.GrantAsync("john", "openid");
        var ticket = await AuthorizeAsync(api);
        var device = await api.AsClientAsync("/device/authorization", ("scope", "openid"));
        var backchannel = await api.AsClientAsync("/backchannel/authentication", ("scope", "openid"), ("login_hint", "john"));
        Assert.Equal(204, (await api.DeleteAsync("/client/delete/" + api.ClientId)).Status);

        Assert.Equal("A041202", (await IssueAsync(api, ticket)).Code);
        Assert.NotEqual("OK", (await api.RedeemAsync(code)).Action);
        Assert.Equal(
            "NOT_EXIST",
            (await api.PostAsync("/device/verification", new JsonObject { ["userCode"] = device["userCode"] })).Action
        );
        Assert.Equal(
            "INVALID_TICKET",
            (await api.PostAsync("/backchannel/authentication/issue", new JsonObject { ["ticket"] = backchannel["ticket"] })).Action
        );
    }

    [Fact]
    public async Task No_token_is_issued_for_a_client_that_was_locked_in_the_meantime()
    {
        await using var api = await SandboxApi.StartAsync();
        var ticket = await AuthorizeAsync(api, "token");
        await api.PostAsync("/client/lock_flag/update/" + api.ClientId, new JsonObject { ["clientLocked"] = true });

        Assert.Equal("A001215", (await IssueAsync(api, ticket)).Code);
    }

    [Fact]
    public async Task A_bound_token_is_valid_in_the_second_step_of_userinfo_which_gets_no_proof()
    {
        await using var api = await SandboxApi.StartAsync();
        var token = await api.PostAsync(
            "/auth/token/create",
            new JsonObject
            {
                ["grantType"] = "AUTHORIZATION_CODE",
                ["clientId"] = api.Client.ClientId,
                ["subject"] = "john",
                ["scopes"] = new JsonArray("openid"),
                ["certificateThumbprint"] = new string('a', 43),
            }
        );

        Assert.Equal("UNAUTHORIZED", (await api.PostAsync("/auth/userinfo", new JsonObject { ["token"] = token["accessToken"] })).Action);
        Assert.Equal("JSON", (await api.PostAsync("/auth/userinfo/issue", new JsonObject { ["token"] = token["accessToken"] })).Action);
    }

    [Fact]
    public async Task A_percent_sign_in_an_alias_is_decoded_once()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeClientAsync(api.Client.ClientId, ("clientIdAlias", "a%41"), ("clientIdAliasEnabled", true));

        Assert.Equal(200, (await api.GetAsync("/client/secret/refresh/a%2541")).Status);
    }

    [Fact]
    public async Task A_token_of_another_service_has_a_code_of_its_own_at_revocation()
    {
        await using var api = await SandboxApi.StartAsync();
        var token = (await api.CreateTokenAsync("john", "openid"))["accessToken"]!;
        var other = await api.CreateServiceAsync();
        api.UseService(other["apiKey"]!.ToString(), (string)other["apiSecret"]!);
        var client = await api.PostAsync(
            "/client/create",
            new JsonObject { ["clientType"] = "CONFIDENTIAL", ["tokenAuthMethod"] = "CLIENT_SECRET_BASIC" }
        );

        var reply = await api.PostAsync(
            "/auth/revocation",
            new JsonObject
            {
                ["parameters"] = SandboxApi.Form(("token", (string)token!)),
                ["clientId"] = client["clientId"],
                ["clientSecret"] = client["clientSecret"],
            }
        );

        Assert.Equal("A116303", reply.Code);
    }

    [Theory]
    [InlineData("accessToken")]
    [InlineData("refreshToken")]
    public async Task A_confidential_clients_token_is_not_revoked_for_an_unidentified_caller(string kind)
    {
        await using var api = await SandboxApi.StartAsync();
        var token = await api.RedeemAsync(await api.GrantAsync("john", "accounts"));

        var reply = await api.SendFormAsync("/auth/revocation", ("token", token[kind]!));

        Assert.Equal(("A116302", "INVALID_CLIENT", "invalid_client"), (reply.Code, reply.Action, reply.Error));
        Assert.Equal("OK", (await api.IntrospectAsync(token["accessToken"]!)).Action);
        Assert.Equal("A114301", (await api.SendFormAsync("/auth/revocation", ("token", "unknown"))).Code);
    }

    private static async Task<string> AuthorizeAsync(SandboxApi api, string responseType = "code") =>
        (
            await api.PostAsync(
                "/auth/authorization",
                new JsonObject
                {
                    ["parameters"] = SandboxApi.Form(
                        ("response_type", responseType),
                        ("client_id", api.Client.ClientId.ToString(CultureInfo.InvariantCulture)),
                        ("redirect_uri", api.Client.RedirectUri),
                        ("scope", "profile")
                    ),
                }
            )
        )["ticket"]
        ?? throw new InvalidOperationException("No ticket.");

    private static Task<ApiReply> IssueAsync(SandboxApi api, string ticket) =>
        api.PostAsync("/auth/authorization/issue", new JsonObject { ["ticket"] = ticket, ["subject"] = "john" });
}
