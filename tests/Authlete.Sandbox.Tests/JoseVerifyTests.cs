using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class JoseVerifyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_ID_token_of_the_service_is_valid(bool owner)
    {
        await using var api = await SandboxApi.StartAsync();
        var location = (await api.GrantAsync("john", "openid", "id_token"))["responseContent"]!;
        var idToken = location.Split("id_token=")[1].Split('&')[0];

        var reply = await api.PostAsync(
            "/jose/verify",
            new JsonObject { ["jose"] = idToken, ["mandatoryClaims"] = new JsonArray("iss", "sub", "nonce") },
            owner
        );

        Assert.Equal((200, "A160001", "true", "true"), (reply.Status, reply.Code, reply["valid"], reply["signatureValid"]));
        Assert.Null(reply.Json["missingClaims"]);
        Assert.Null(reply.Json["errorDescriptions"]);

        var altered = idToken[..^4] + (idToken.EndsWith("AAAA", System.StringComparison.Ordinal) ? "BBBB" : "AAAA");
        var wrong = await api.PostAsync("/jose/verify", new JsonObject { ["jose"] = altered }, owner);
        Assert.Equal((200, "A160219", "false", "false"), (wrong.Status, wrong.Code, wrong["valid"], wrong["signatureValid"]));
        Assert.Single(wrong.Json["errorDescriptions"]!.AsArray());
    }

    [Fact]
    public async Task An_object_signed_with_the_client_secret_is_verified_with_it()
    {
        await using var api = await SandboxApi.StartAsync();
        var jose = Jws.Hs256(api.Client.ClientSecret, new JsonObject { ["iss"] = "x" });

        Assert.Equal("A160001", (await VerifyAsync(api, jose)).Code);
        Assert.Equal("A160219", (await VerifyAsync(api, Jws.Hs256("another-secret-of-32-or-more-characters", []))).Code);
        Assert.Equal("A160215", (await VerifyAsync(api, jose, ("clientIdentifier", null))).Code);
        Assert.Equal("A160216", (await VerifyAsync(api, jose, ("clientIdentifier", "1"))).Code);
        await api.PostAsync("/client/secret/update/" + api.Client.ClientId, new JsonObject { ["clientSecret"] = "short" });
        Assert.Equal("A160217", (await VerifyAsync(api, jose)).Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_object_signed_by_the_client_is_verified_with_its_keys(bool owner)
    {
        await using var api = await SandboxApi.StartAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await api.ChangeClientAsync(
            api.Client.ClientId,
            ("jwks", Jws.JwkSet(key)),
            ("clientIdAlias", "my-client"),
            ("clientIdAliasEnabled", true)
        );
        var jose = Jws.Es256(key, """{"iss":"x"}""");

        Assert.Equal("A160001", (await VerifyAsync(api, jose, owner)).Code);
        Assert.Equal("A160001", (await VerifyAsync(api, jose, owner, ("clientIdentifier", "my-client"))).Code);
        var asOfService = await VerifyAsync(api, jose, owner, ("signedByClient", false));
        Assert.Equal(("A160219", "false"), (asOfService.Code, asOfService["signatureValid"]));
    }

    [Fact]
    public async Task Key_ids_choose_among_keys_and_must_fit()
    {
        await using var api = await SandboxApi.StartAsync();
        using var first = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var second = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var set = JsonNode.Parse(Jws.JwkSet(first, "1"))!;
        set["keys"]!.AsArray().Add(JsonNode.Parse(Jws.JwkSet(second, "2"))!["keys"]![0]!.DeepClone());
        await api.ChangeClientAsync(api.Client.ClientId, ("jwks", set.ToJsonString()));

        Assert.Equal("A160001", (await VerifyAsync(api, Jws.Es256(second, "{}", "2"))).Code);
        Assert.Equal("A160219", (await VerifyAsync(api, Jws.Es256(second, "{}", "1"))).Code);
        Assert.Equal("A160220", (await VerifyAsync(api, Jws.Es256(second, "{}"))).Code);
        Assert.Equal("A160221", (await VerifyAsync(api, Jws.Es256(second, "{}", "3"))).Code);
    }

    [Fact]
    public async Task Without_a_JWK_Set_nothing_can_be_verified()
    {
        await using var api = await SandboxApi.StartAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var jose = Jws.Es256(key, "{}");

        Assert.Equal("A160301", (await VerifyAsync(api, jose)).Code);
        await api.ChangeServiceAsync(("jwks", null));
        Assert.Equal("A160218", (await VerifyAsync(api, jose, ("signedByClient", false))).Code);
    }

    [Fact]
    public async Task Claims_are_checked_all_at_once()
    {
        await using var api = await SandboxApi.StartAsync();
        var now = api.Clock.GetUtcNow().ToUnixTimeSeconds();
        var jose = Jws.Hs256(
            api.Client.ClientSecret,
            new JsonObject
            {
                ["iss"] = 1,
                ["exp"] = now,
                ["iat"] = now + 1,
                ["nbf"] = "soon",
            }
        );

        var reply = await VerifyAsync(api, jose, ("mandatoryClaims", new JsonArray("iss", "aud", "jti")));

        Assert.Equal(("A160204", "false", "true"), (reply.Code, reply["valid"], reply["signatureValid"]));
        Assert.Equal("""["aud","jti"]""", reply.Json["missingClaims"]!.ToJsonString());
        Assert.Equal("""["exp","iat","iss","nbf"]""", Sorted(reply.Json["invalidClaims"]!));
        string[] codes = ["A160204", "A160204", "A160205", "A160206", "A160207", "A160214"];
        Assert.Equal(codes, reply.Json["errorDescriptions"]!.AsArray().Select(text => ((string)text!)[1..8]).Order());
    }

    [Theory]
    [InlineData("exp", -9, "A160001")]
    [InlineData("exp", -10, "A160206")]
    [InlineData("iat", 10, "A160001")]
    [InlineData("iat", 11, "A160207")]
    [InlineData("nbf", 10, "A160001")]
    [InlineData("nbf", 11, "A160208")]
    public async Task Times_are_checked_with_the_skew(string claim, int distance, string code)
    {
        await using var api = await SandboxApi.StartAsync();
        var jose = Jws.Hs256(api.Client.ClientSecret, new JsonObject { [claim] = api.Clock.GetUtcNow().ToUnixTimeSeconds() + distance });

        Assert.Equal(code, (await VerifyAsync(api, jose, ("clockSkew", 10))).Code);
    }

    [Theory]
    [InlineData(null, "A160201")]
    [InlineData("", "A160201")]
    [InlineData("a.b.c.d.e", "A160101")]
    [InlineData("abc", "A160202")]
    [InlineData("a b.c.d", "A160202")]
    [InlineData("e30..e30", "A160202")]
    [InlineData("W10.e30.e30", "A160209")]
    [InlineData("e30.e30.e30", "A160210")]
    public async Task A_value_that_is_no_JWS_is_reported(string? jose, string code)
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await VerifyAsync(api, jose);

        Assert.Equal((200, code, "false", "false"), (reply.Status, reply.Code, reply["valid"], reply["signatureValid"]));
    }

    [Theory]
    [InlineData("none", "A160219")]
    [InlineData("XS256", "A160211")]
    [InlineData("EdDSA", "A160107")]
    public async Task An_algorithm_that_cannot_be_verified_is_reported(string algorithm, string code)
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await VerifyAsync(api, Jws.Of(new JsonObject { ["alg"] = algorithm }, "{}", []));

        Assert.Equal((code, "false"), (reply.Code, reply["valid"]));
    }

    [Fact]
    public async Task A_payload_that_is_no_JSON_matters_only_where_claims_are_mandatory()
    {
        await using var api = await SandboxApi.StartAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await api.ChangeClientAsync(api.Client.ClientId, ("jwks", Jws.JwkSet(key)));
        var jose = Jws.Es256(key, "text");

        Assert.Equal("A160001", (await VerifyAsync(api, jose)).Code);
        var reply = await VerifyAsync(api, jose, ("mandatoryClaims", new JsonArray("iss")));
        Assert.Equal(("A160203", "true"), (reply.Code, reply["signatureValid"]));
        Assert.Equal("""["iss"]""", reply.Json["missingClaims"]!.ToJsonString());
    }

    private static string Sorted(JsonNode array) =>
        new JsonArray([.. array.AsArray().Select(item => (string)item!).Order().Select(item => JsonValue.Create(item))]).ToJsonString();

    private static Task<ApiReply> VerifyAsync(SandboxApi api, string? jose, params (string Name, JsonNode? Value)[] changes) =>
        VerifyAsync(api, jose, owner: false, changes);

    private static Task<ApiReply> VerifyAsync(SandboxApi api, string? jose, bool owner, params (string Name, JsonNode? Value)[] changes)
    {
        var body = new JsonObject
        {
            ["jose"] = jose,
            ["clientIdentifier"] = api.Client.ClientId.ToString(CultureInfo.InvariantCulture),
            ["signedByClient"] = true,
        };
        foreach (var (name, value) in changes)
        {
            body[name] = value;
        }

        return api.PostAsync("/jose/verify", body, owner);
    }
}
