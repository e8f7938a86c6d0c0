using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;
using static Authlete.Sandbox.Tests.Support.BackchannelSteps;

namespace Authlete.Sandbox.Tests;

/// <summary>Checks of requests for backchannel authentication.</summary>
public sealed class BackchannelRequestTests
{
    [Theory]
    [InlineData("A176301", "invalid_request", "scope", "")]
    [InlineData("A176304", "invalid_scope", "scope", "accounts")]
    [InlineData("A174302", "invalid_request", "login_hint_token", "t")]
    [InlineData("A201301", "invalid_request", "requested_expiry", "soon")]
    [InlineData("A201302", "invalid_request", "requested_expiry", "0")]
    [InlineData("A166304", "invalid_request", "login_hint", "again")]
    public async Task A_request_is_checked(string code, string error, string name, string value)
    {
        await using var api = await SandboxApi.StartAsync();
        (string, string)[] parameters =
            name == "login_hint"
                ? [("scope", "openid"), ("login_hint", "john"), (name, value)]
                : [.. new[] { ("scope", "openid"), ("login_hint", "john") }.Where(pair => pair.Item1 != name), (name, value)];

        var reply = await api.AsClientAsync(Start, parameters);

        Assert.Equal((code, "BAD_REQUEST", error), (reply.Code, reply.Action, reply.Error));
    }

    [Fact]
    public async Task A_request_needs_a_hint_and_in_some_cases_more()
    {
        await using var api = await SandboxApi.StartAsync();

        Assert.Equal("A174301", (await api.AsClientAsync(Start, ("scope", "openid"))).Code);
        await api.ChangeClientAsync(api.Client.ClientId, ("bcUserCodeRequired", true));
        var reply = await StartAsync(api);
        Assert.Equal(("A177301", "missing_user_code"), (reply.Code, reply.Error));
        Assert.Equal("true", (await StartAsync(api, ("user_code", "1")))["userCodeRequired"]);
        await UseModeAsync(api, "PING");
        Assert.Equal("A166302", (await StartAsync(api, ("user_code", "1"))).Code);
        Assert.Equal("A166303", (await StartAsync(api, ("user_code", "1"), ("client_notification_token", ""))).Code);
    }

    [Fact]
    public async Task An_ID_token_may_be_the_hint()
    {
        await using var api = await SandboxApi.StartAsync();
        var token = await api.RedeemAsync(await api.GrantAsync("john", "openid"));
        api.Clock.Advance(TimeSpan.FromDays(1));

        var reply = await api.AsClientAsync(Start, ("scope", "openid"), ("id_token_hint", token["idToken"]!));

        Assert.Equal(("USER_IDENTIFICATION", "ID_TOKEN_HINT", "john"), (reply.Action, reply["hintType"], reply["sub"]));
    }

    [Theory]
    [InlineData("A175301", null)]
    [InlineData("A175305", """{"sub":"john"}""")]
    [InlineData("A175306", """{"iss":"https://other.example.com"}""")]
    [InlineData("A175307", """{"iss":"https://as.example.com"}""")]
    [InlineData("A175309", """{"iss":"https://as.example.com","aud":"1"}""")]
    [InlineData("A175308", """{"iss":"https://as.example.com","aud":["1","2"]}""")]
    public async Task An_ID_token_of_others_is_no_hint(string code, string? payload)
    {
        await using var api = await SandboxApi.StartAsync();
        var hint = payload is null ? "no-jwt" : Jws.Hs256("secret", (JsonObject)JsonNode.Parse(payload)!);

        Assert.Equal(code, (await api.AsClientAsync(Start, ("scope", "openid"), ("id_token_hint", hint))).Code);
    }

    [Fact]
    public async Task A_missing_setting_of_the_client_or_service_is_reported()
    {
        await using var api = await SandboxApi.StartAsync();

        var wrong = await api.AsClientAsync(Start, [("clientSecret", "wrong")], ("scope", "openid"));
        Assert.Equal(("A157305", "UNAUTHORIZED", "invalid_client"), (wrong.Code, wrong.Action, wrong.Error));
        Assert.Equal(("A168309", "UNAUTHORIZED"), Outcome(await api.SendFormAsync(Start, ("scope", "openid"))));
        var publicId = api.Server.PublicClient.ClientId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(("A168311", "BAD_REQUEST"), Outcome(await api.SendFormAsync(Start, ("client_id", publicId))));
        await api.ChangeServiceAsync(("supportedBackchannelTokenDeliveryModes", new JsonArray("PING")));
        Assert.Equal(("A169302", "BAD_REQUEST"), Outcome(await StartAsync(api)));
        await api.ChangeClientAsync(api.Client.ClientId, ("bcDeliveryMode", null));
        Assert.Equal(("A169301", "BAD_REQUEST"), Outcome(await StartAsync(api)));
        await api.ChangeClientAsync(api.Client.ClientId, ("grantTypes", new JsonArray("AUTHORIZATION_CODE")));
        Assert.Equal(("A166306", "BAD_REQUEST"), Outcome(await StartAsync(api)));
        await api.ChangeServiceAsync(("supportedGrantTypes", new JsonArray("AUTHORIZATION_CODE")));
        Assert.Equal(("A166305", "BAD_REQUEST"), Outcome(await StartAsync(api)));
    }

    [Fact]
    public async Task A_request_may_be_signed()
    {
        await using var api = await SandboxApi.StartAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await RegisterKeyAsync(api, key);

        var reply = await api.AsClientAsync(Start, ("request", Jws.Es256(key, Payload(api).ToJsonString())));

        Assert.Equal(("USER_IDENTIFICATION", "john", "120"), (reply.Action, reply["hint"], reply["requestedExpiry"]));
        Assert.Equal("""{"device":"phone"}""", reply["requestContext"]);
    }

    [Fact]
    public async Task A_client_with_an_algorithm_signs_always()
    {
        await using var api = await SandboxApi.StartAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await RegisterKeyAsync(api, key);

        Assert.Equal("A167303", (await StartAsync(api)).Code);
        var jwt = Jws.Es256(key, Payload(api).ToJsonString());
        Assert.Equal("A167301", (await api.AsClientAsync(Start, ("request", jwt), ("scope", "openid"))).Code);
        Assert.Equal("A167302", (await api.AsClientAsync(Start, ("request", "no-jwt"))).Code);
        Assert.Equal("A167304", (await api.AsClientAsync(Start, ("request", "a.b.c.d.e"))).Code);
        Assert.Equal("A167303", (await api.AsClientAsync(Start, ("request", Jws.Of(new JsonObject { ["alg"] = "none" }, "{}", [])))).Code);
        Assert.Equal("A167308", (await api.AsClientAsync(Start, ("request", Jws.Hs256(api.Client.ClientSecret, Payload(api))))).Code);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal("A167314", (await api.AsClientAsync(Start, ("request", Jws.Es256(other, Payload(api).ToJsonString())))).Code);
        var foreign = Payload(api);
        foreign["iss"] = (await api.CreateClientAsync()).Id;
        Assert.Equal("A168308", (await api.AsClientAsync(Start, ("request", Jws.Es256(key, foreign.ToJsonString())))).Code);
        await api.ChangeClientAsync(api.Client.ClientId, ("bcRequestSignAlg", "ES384"));
        Assert.Equal("A167310", (await api.AsClientAsync(Start, ("request", jwt))).Code);
    }

    [Theory]
    [InlineData("A167306", "iss", null)]
    [InlineData("A167307", "iss", "\"1\"")]
    [InlineData("A167315", "jti", null)]
    [InlineData("A167317", "exp", "\"soon\"")]
    [InlineData("A167318", "exp", "1")]
    [InlineData("A167319", "iat", "9999999999")]
    [InlineData("A167320", "nbf", "9999999999")]
    [InlineData("A167321", "aud", "\"https://other.example.com\"")]
    [InlineData("A167324", "aud", "[\"https://other.example.com\"]")]
    [InlineData("A167322", "client_secret", "\"x\"")]
    [InlineData("A167326", "request_context", "1")]
    public async Task The_claims_of_a_signed_request_are_checked(string code, string name, string? value)
    {
        await using var api = await SandboxApi.StartAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await RegisterKeyAsync(api, key);
        var payload = Payload(api);
        if (value is null)
        {
            payload.Remove(name);
        }
        else
        {
            payload[name] = JsonNode.Parse(value);
        }

        Assert.Equal(code, (await api.AsClientAsync(Start, ("request", Jws.Es256(key, payload.ToJsonString())))).Code);
    }

    private static JsonObject Payload(SandboxApi api)
    {
        var now = api.Clock.GetUtcNow().ToUnixTimeSeconds();
        return new JsonObject
        {
            ["iss"] = api.ClientId,
            ["aud"] = "https://as.example.com",
            ["exp"] = now + 60,
            ["iat"] = now,
            ["nbf"] = now,
            ["jti"] = "j-1",
            ["scope"] = "openid",
            ["login_hint"] = "john",
            ["requested_expiry"] = 120,
            ["request_context"] = new JsonObject { ["device"] = "phone" },
        };
    }

    private static Task RegisterKeyAsync(SandboxApi api, ECDsa key) =>
        api.ChangeClientAsync(api.Client.ClientId, ("jwks", Jws.JwkSet(key)), ("bcRequestSignAlg", "ES256"));
}
