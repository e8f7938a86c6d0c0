using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class TokenExchangeTests
{
    private const string Grant = "urn:ietf:params:oauth:grant-type:token-exchange";
    private const string Prefix = "urn:ietf:params:oauth:token-type:";

    [Fact]
    public async Task A_valid_request_is_passed_to_the_caller_and_nothing_is_issued()
    {
        await using var api = await StartAsync();
        var subject = await api.CreateTokenAsync("john", "accounts");

        var reply = await ExchangeAsync(
            api,
            ("subject_token", subject["accessToken"]!),
            ("subject_token_type", Prefix + "access_token"),
            ("requested_token_type", Prefix + "jwt"),
            ("audience", "service-a"),
            ("audience", "service-b"),
            ("resource", "https://rs.example.com/"),
            ("scope", "payments unknown")
        );

        Assert.Equal((200, "A311001", "TOKEN_EXCHANGE"), (reply.Status, reply.Code, reply.Action));
        Assert.Equal(("TOKEN_EXCHANGE", api.ClientId), (reply["grantType"], reply["clientId"]));
        Assert.Equal(
            (subject["accessToken"], "ACCESS_TOKEN", "JWT"),
            (reply["subjectToken"], reply["subjectTokenType"], reply["requestedTokenType"])
        );
        Assert.Equal("""["service-a","service-b"]""", reply.Json["audiences"]!.ToJsonString());
        Assert.Equal("""["https://rs.example.com/"]""", reply.Json["resources"]!.ToJsonString());
        Assert.Equal("""["payments"]""", reply.Json["scopes"]!.ToJsonString());
        var info = reply.Json["subjectTokenInfo"]!;
        Assert.Equal(("john", api.ClientId), ((string?)info["subject"], info["clientId"]!.ToString()));
        Assert.Equal("accounts", (string?)info["scopes"]![0]!["name"]);
        Assert.Equal(api.Clock.GetUtcNow().ToUnixTimeSeconds() + 3600, (long)info["expiresAt"]!);
        Assert.Null(reply["accessToken"]);
        Assert.Equal("1", (await api.GetAsync("/auth/token/get/list"))["totalCount"]);

        var created = await api.PostAsync(
            "/auth/token/create",
            new JsonObject
            {
                ["grantType"] = "TOKEN_EXCHANGE",
                ["clientId"] = api.Client.ClientId,
                ["subject"] = "john",
            }
        );
        Assert.Equal("OK", created.Action);
    }

    [Fact]
    public async Task A_request_may_have_an_actor_token()
    {
        await using var api = await StartAsync();
        var (subject, actor) = (await api.CreateTokenAsync("john"), await api.CreateTokenAsync("jane"));

        var reply = await ExchangeAsync(
            api,
            ("subject_token", subject["refreshToken"]!),
            ("subject_token_type", Prefix + "refresh_token"),
            ("actor_token", actor["accessToken"]!),
            ("actor_token_type", Prefix + "access_token")
        );

        Assert.Equal("TOKEN_EXCHANGE", reply.Action);
        Assert.Equal(
            ("john", "jane"),
            ((string?)reply.Json["subjectTokenInfo"]!["subject"], (string?)reply.Json["actorTokenInfo"]!["subject"])
        );
    }

    [Fact]
    public async Task A_client_may_be_unidentified_unless_the_service_forbids_it()
    {
        await using var api = await StartAsync();
        var subject = await api.CreateTokenAsync("john");
        (string, string)[] parameters =
        [
            ("grant_type", Grant),
            ("subject_token", subject["accessToken"]!),
            ("subject_token_type", Prefix + "access_token"),
        ];

        var reply = await api.SendFormAsync("/auth/token", parameters);
        Assert.Equal(("TOKEN_EXCHANGE", "0"), (reply.Action, reply["clientId"]));
        await api.ChangeServiceAsync(("tokenExchangeByIdentifiableClientsOnly", true));
        Assert.Equal("BAD_REQUEST", (await api.SendFormAsync("/auth/token", parameters)).Action);
        Assert.Equal("INVALID_CLIENT", (await api.SendFormAsync("/auth/token", [.. parameters, ("client_id", api.ClientId)])).Action);
    }

    [Fact]
    public async Task The_service_may_choose_the_clients()
    {
        await using var api = await StartAsync();
        var subject = await api.CreateTokenAsync("john");
        (string, string)[] parameters = [("subject_token", subject["accessToken"]!), ("subject_token_type", Prefix + "access_token")];
        await api.ChangeServiceAsync(("tokenExchangeByConfidentialClientsOnly", true), ("tokenExchangeByPermittedClientsOnly", true));

        var publicId = api.Server.PublicClient.ClientId.ToString(CultureInfo.InvariantCulture);
        Assert.Equal(
            "A311304",
            (await api.SendFormAsync("/auth/token", [("grant_type", Grant), ("client_id", publicId), .. parameters])).Code
        );
        Assert.Equal("A311305", (await ExchangeAsync(api, parameters)).Code);
        await api.ChangeClientAsync(api.Client.ClientId, ("extension", new JsonObject { ["tokenExchangePermitted"] = true }));
        Assert.Equal("A311001", (await ExchangeAsync(api, parameters)).Code);
    }

    [Theory]
    [InlineData("subject_token", "")]
    [InlineData("subject_token", "unknown")]
    [InlineData("subject_token_type", "")]
    [InlineData("subject_token_type", Prefix + "spoon")]
    [InlineData("subject_token_type", Prefix + "refresh_token")]
    [InlineData("requested_token_type", Prefix + "spoon")]
    [InlineData("actor_token", "unknown")]
    [InlineData("actor_token_type", Prefix + "access_token")]
    public async Task A_request_must_be_complete(string name, string value)
    {
        await using var api = await StartAsync();
        var subject = await api.CreateTokenAsync("john");
        (string, string)[] standard = [("subject_token", subject["accessToken"]!), ("subject_token_type", Prefix + "access_token")];

        var reply = await ExchangeAsync(api, [.. standard.Where(pair => pair.Item1 != name), (name, value)]);

        Assert.Equal(("BAD_REQUEST", "invalid_request"), (reply.Action, reply.Error));
    }

    [Fact]
    public async Task A_token_must_not_have_expired()
    {
        await using var api = await StartAsync();
        var subject = await api.CreateTokenAsync("john");
        api.Clock.Advance(TimeSpan.FromHours(1));

        var reply = await ExchangeAsync(api, ("subject_token", subject["accessToken"]!), ("subject_token_type", Prefix + "access_token"));
        Assert.Equal("BAD_REQUEST", reply.Action);
        reply = await ExchangeAsync(api, ("subject_token", subject["refreshToken"]!), ("subject_token_type", Prefix + "refresh_token"));
        Assert.Equal("TOKEN_EXCHANGE", reply.Action);
    }

    [Theory]
    [InlineData(true, "{}")]
    [InlineData(true, """{"exp":9999999999}""")]
    [InlineData(false, """{"exp":1}""")]
    [InlineData(false, """{"iat":9999999999}""")]
    [InlineData(false, """{"nbf":9999999999}""")]
    [InlineData(false, "[]")]
    public async Task The_times_of_a_JWT_are_checked_but_not_its_signature(bool good, string payload)
    {
        await using var api = await StartAsync();
        var jwt = Jws.Of(new JsonObject { ["alg"] = "ES256" }, payload, [1]);

        var reply = await ExchangeAsync(api, ("subject_token", jwt), ("subject_token_type", Prefix + "jwt"));

        Assert.Equal(good ? "TOKEN_EXCHANGE" : "BAD_REQUEST", reply.Action);
    }

    [Theory]
    [InlineData("tokenExchangeUnsignedJwtRejected", "eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("tokenExchangeEncryptedJwtRejected", "a.b.c.d.e")]
    public async Task The_service_may_refuse_kinds_of_JWTs(string flag, string jwt)
    {
        await using var api = await StartAsync();

        Assert.Equal("TOKEN_EXCHANGE", (await ExchangeAsync(api, ("subject_token", jwt), ("subject_token_type", Prefix + "jwt"))).Action);
        await api.ChangeServiceAsync((flag, true));
        Assert.Equal("BAD_REQUEST", (await ExchangeAsync(api, ("subject_token", jwt), ("subject_token_type", Prefix + "jwt"))).Action);
    }

    [Fact]
    public async Task An_ID_token_of_the_service_is_verified()
    {
        await using var api = await StartAsync();
        var idToken = (await api.RedeemAsync(await api.GrantAsync("john", "openid")))["idToken"]!;
        var foreign = Jws.Hs256(api.Client.ClientSecret, Jws.Payload(idToken));
        var forged = idToken[..idToken.LastIndexOf('.')] + ".AAAA";

        Assert.Equal(
            "TOKEN_EXCHANGE",
            (await ExchangeAsync(api, ("subject_token", idToken), ("subject_token_type", Prefix + "id_token"))).Action
        );
        Assert.Equal(
            "BAD_REQUEST",
            (await ExchangeAsync(api, ("subject_token", forged), ("subject_token_type", Prefix + "id_token"))).Action
        );
        Assert.Equal(
            "BAD_REQUEST",
            (await ExchangeAsync(api, ("subject_token", foreign), ("subject_token_type", Prefix + "id_token"))).Action
        );
    }

    private static async Task<SandboxApi> StartAsync()
    {
        var api = await SandboxApi.StartAsync();
        await api.ChangeServiceAsync(("supportedGrantTypes", GrantTypes()));
        foreach (var client in new[] { api.Client, api.Server.PublicClient })
        {
            await api.ChangeClientAsync(client.ClientId, ("grantTypes", GrantTypes()));
        }

        return api;
    }

    private static JsonArray GrantTypes() => new("AUTHORIZATION_CODE", "IMPLICIT", "REFRESH_TOKEN", "TOKEN_EXCHANGE");

    private static Task<ApiReply> ExchangeAsync(SandboxApi api, params (string Name, string Value)[] parameters) =>
        api.AsClientAsync("/auth/token", [("grant_type", Grant), .. parameters]);
}
