using System;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class RequestObjectTests
{
    [Fact]
    public async Task The_parameters_in_the_request_object_decide()
    {
        await using var api = await SandboxApi.StartAsync();
        var payload = Payload(api, ("max_age", 60), ("claims", new JsonObject { ["id_token"] = new JsonObject { ["nickname"] = null } }));

        var reply = await AuthorizeAsync(api, Sign(api, payload), ("scope", "accounts"), ("login_hint", "jane"), ("prompt", "nonsense"));

        Assert.Equal("INTERACTION", reply.Action);
        Assert.Equal("payments", (string?)Assert.Single(reply.Json["scopes"]!.AsArray())!["name"]);
        Assert.Equal(("60", null), (reply["maxAge"], reply["loginHint"]));
        Assert.True(JsonNode.DeepEquals(payload, JsonNode.Parse(reply["requestObjectPayload"]!)));
        var issued = await api.PostAsync(
            "/auth/authorization/issue",
            new JsonObject { ["ticket"] = reply["ticket"], ["subject"] = "john" }
        );
        Assert.Contains("state=inner", issued["responseContent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_the_client_may_sign()
    {
        await using var api = await SandboxApi.StartAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var payload = Payload(api).ToJsonString();
        Assert.Equal("A005332", (await AuthorizeAsync(api, Jws.Es256(key, payload))).Code);
        await api.ChangeClientAsync(api.Client.ClientId, ("jwks", Jws.JwkSet(key)), ("requestSignAlg", "ES256"));

        Assert.Equal("INTERACTION", (await AuthorizeAsync(api, Jws.Es256(key, payload, "key-1"))).Action);
        Assert.Equal("A005352", (await AuthorizeAsync(api, Jws.Es256(key, payload, "key-2"))).Code);
        Assert.Equal("A005328", (await AuthorizeAsync(api, Jws.Es256(other, payload))).Code);
        Assert.Equal("A005312", (await AuthorizeAsync(api, Sign(api, Payload(api)))).Code);
        Assert.Equal("A005336", (await AuthorizeAsync(api, Unsigned(Payload(api)))).Code);
    }

    [Fact]
    public async Task Errors_before_the_redirect_URI_is_known_are_returned_to_the_caller()
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await AuthorizeAsync(api, "no-jwt");

        Assert.Equal(("A005301", "BAD_REQUEST", "invalid_request_object"), (reply.Code, reply.Action, reply.Error));
        Assert.Equal("A005372", (await AuthorizeAsync(api, "a.b.c.d.e")).Code);
        Assert.Equal("A008301", (await AuthorizeAsync(api, "x", ("request", "y"))).Code);
        Assert.Equal("A008304", (await AuthorizeAsync(api, "x", ("request_uri", "y"))).Code);
        Assert.Equal("A005378", (await AuthorizeAsync(api, Jws.Of(new JsonObject { ["alg"] = "HS256" }, "[]", [1]))).Code);
        Assert.Equal("A005307", (await AuthorizeAsync(api, Jws.Of([], Payload(api).ToJsonString(), [1]))).Code);
        Assert.Equal(
            "A005320",
            (await AuthorizeAsync(api, Jws.Of(new JsonObject { ["alg"] = "XY1" }, Payload(api).ToJsonString(), [1]))).Code
        );
        Assert.Equal("A010301", (await api.SendFormAsync("/auth/authorization", ("request", Sign(api, Payload(api))))).Code);
    }

    [Theory]
    [InlineData("A006326", "response_type", null)]
    [InlineData("A005395", "response_type", "1")]
    [InlineData("A005399", "response_type", "\"nothing\"")]
    [InlineData("A006304", "response_type", "\"token\"")]
    [InlineData("A005387", "client_id", "1")]
    [InlineData("A005391", "client_id", "\"1\"")]
    [InlineData("A006308", "request", "\"x\"")]
    [InlineData("A006312", "request_uri", "\"x\"")]
    [InlineData("A006335", "exp", "\"soon\"")]
    [InlineData("A006339", "exp", "1")]
    [InlineData("A006343", "nbf", "\"soon\"")]
    [InlineData("A006347", "nbf", "9999999999")]
    public async Task The_claims_are_checked(string code, string name, string? value)
    {
        await using var api = await SandboxApi.StartAsync();
        var payload = Payload(api, (name, value is null ? null : JsonNode.Parse(value)));

        Assert.Equal(code, (await AuthorizeAsync(api, Sign(api, payload), ("response_type", "code"))).Code);
    }

    [Theory]
    [InlineData("A006351", null)]
    [InlineData("A006355", "1")]
    [InlineData("A006359", "\"https://other.example.com\"")]
    [InlineData("A006363", "[\"https://other.example.com\"]")]
    [InlineData("A004001", "\"https://as.example.com\"")]
    public async Task The_audience_is_checked_where_the_service_wants_it(string code, string? value)
    {
        await using var api = await SandboxApi.StartAsync();
        var request = Sign(api, Payload(api, ("aud", value is null ? null : JsonNode.Parse(value))));
        Assert.Equal("A004001", (await AuthorizeAsync(api, request)).Code);

        await api.ChangeServiceAsync(("requestObjectAudienceChecked", true));

        Assert.Equal(code, (await AuthorizeAsync(api, request)).Code);
    }

    [Fact]
    public async Task A_signature_by_others_is_refused()
    {
        await using var api = await SandboxApi.StartAsync();

        var forged = await AuthorizeAsync(api, Jws.Hs256("another secret that is long enough for the algorithm", Payload(api)));
        Assert.Equal(("A005328", "BAD_REQUEST"), (forged.Code, forged.Action));
        var client = api.Server.PublicClient;
        var publicId = client.ClientId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var request = Jws.Hs256(client.ClientSecret, Payload(api, ("client_id", publicId), ("redirect_uri", client.RedirectUri)));
        Assert.Equal("A005316", (await api.SendFormAsync("/auth/authorization", ("client_id", publicId), ("request", request))).Code);
    }

    [Fact]
    public async Task Without_a_signature_only_the_older_rules_do()
    {
        await using var api = await SandboxApi.StartAsync();
        var request = Unsigned(Payload(api));
        Assert.Equal("A008311", (await AuthorizeAsync(api, request)).Code);

        await api.ChangeServiceAsync(("traditionalRequestObjectProcessingApplied", true));

        Assert.Equal("INTERACTION", (await AuthorizeAsync(api, request, ("response_type", "code"))).Action);
    }

    [Fact]
    public async Task By_the_older_rules_the_parameters_outside_fill_the_gaps()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeServiceAsync(("traditionalRequestObjectProcessingApplied", true));
        var request = Sign(api, Payload(api, ("response_type", null), ("scope", "openid payments")));

        var reply = await AuthorizeAsync(
            api,
            request,
            ("response_type", "code"),
            ("scope", "openid"),
            ("login_hint", "jane"),
            ("state", "outer")
        );
        Assert.Equal(("INTERACTION", "jane"), (reply.Action, reply["loginHint"]));
        Assert.Equal(2, reply.Json["scopes"]!.AsArray().Count);
        Assert.Equal("A007303", (await AuthorizeAsync(api, request, ("response_type", "code"))).Code);
        Assert.Equal("A007304", (await AuthorizeAsync(api, request, ("response_type", "code"), ("scope", "accounts"))).Code);
        Assert.Equal("A007301", (await AuthorizeAsync(api, Sign(api, Payload(api, ("scope", 1))), ("response_type", "code"))).Code);
    }

    [Theory]
    [InlineData(true, "A008309")]
    [InlineData(false, "A008310")]
    public async Task A_request_object_may_be_the_only_way(bool byClient, string code)
    {
        await using var api = await SandboxApi.StartAsync();
        if (byClient)
        {
            await api.ChangeClientAsync(api.Client.ClientId, ("requestObjectRequired", true));
        }
        else
        {
            await api.ChangeServiceAsync(("requestObjectRequired", true));
        }

        (string, string)[] plain = [("response_type", "code"), ("client_id", api.ClientId), ("redirect_uri", api.Client.RedirectUri)];

        Assert.Equal(code, (await api.SendFormAsync("/auth/authorization", plain)).Code);
        Assert.Equal(code, (await api.AsClientAsync("/pushed_auth_req", plain)).Code);
        Assert.Equal("INTERACTION", (await AuthorizeAsync(api, Sign(api, Payload(api)))).Action);
        var pushed = await api.AsClientAsync("/pushed_auth_req", ("request", Sign(api, Payload(api))));
        Assert.Equal("CREATED", pushed.Action);
        var reply = await api.SendFormAsync("/auth/authorization", ("client_id", api.ClientId), ("request_uri", pushed["requestUri"]!));
        Assert.Equal("INTERACTION", reply.Action);
        Assert.NotNull(reply["requestObjectPayload"]);
    }

    [Fact]
    public async Task A_request_that_must_be_encrypted_in_the_browser_can_only_be_pushed()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeServiceAsync(("frontChannelRequestObjectEncryptionRequired", true));
        var request = Sign(api, Payload(api));

        Assert.Equal("A006334", (await AuthorizeAsync(api, request)).Code);
        Assert.Equal("CREATED", (await api.AsClientAsync("/pushed_auth_req", ("request", request))).Action);
    }

    private static JsonObject Payload(SandboxApi api, params (string Name, JsonNode? Value)[] changes)
    {
        var payload = new JsonObject
        {
            ["iss"] = api.ClientId,
            ["exp"] = api.Clock.GetUtcNow().ToUnixTimeSeconds() + 60,
            ["client_id"] = api.ClientId,
            ["response_type"] = "code",
            ["redirect_uri"] = api.Client.RedirectUri,
            ["scope"] = "payments",
            ["state"] = "inner",
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

    private static string Unsigned(JsonObject payload) => Jws.Of(new JsonObject { ["alg"] = "none" }, payload.ToJsonString(), []);

    private static Task<ApiReply> AuthorizeAsync(SandboxApi api, string request, params (string Name, string Value)[] more) =>
        api.SendFormAsync("/auth/authorization", [("client_id", api.ClientId), ("request", request), .. more]);
}
