using System;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class DpopTests : IDisposable
{
    private const string TokenEndpoint = "https://as.example.com/token";
    private const string Resource = "https://rs.example.com/accounts";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        _key.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task A_token_is_bound_to_the_key_of_the_proof()
    {
        await using var api = await SandboxApi.StartAsync();

        var token = await AskAsync(api, Proof(api, _key));

        Assert.Equal(("OK", "DPoP"), (token.Action, (string?)token.Content["token_type"]));
        var accessToken = token["accessToken"]!;
        var good = await IntrospectAsync(api, accessToken, AtResource(api, _key, accessToken));
        Assert.Equal("OK", good.Action);
        Assert.StartsWith("DPoP error=\"invalid_request\",algs=\"", good["responseContent"], StringComparison.Ordinal);
        var standard = await api.SendFormAsync("/auth/introspection/standard", ("token", accessToken));
        Assert.Equal((Thumbprint(_key), "DPoP"), ((string?)standard.Content["cnf"]!["jkt"], (string?)standard.Content["token_type"]));

        var missing = await IntrospectAsync(api, accessToken, null);
        Assert.Equal(("A065308", "UNAUTHORIZED", "true"), (missing.Code, missing.Action, missing["existent"]));
        Assert.StartsWith("DPoP error=\"invalid_dpop_proof\"", missing["responseContent"], StringComparison.Ordinal);
        Assert.Equal("A065309", (await IntrospectAsync(api, accessToken, AtResource(api, _other, accessToken))).Code);
        Assert.Equal("A065310", (await IntrospectAsync(api, accessToken, AtResource(api, _key, "another token"))).Code);
        Assert.Equal("A065310", (await IntrospectAsync(api, accessToken, Proof(api, _key, ("htm", "GET"), ("htu", Resource)))).Code);
    }

    [Fact]
    public async Task The_request_to_the_resource_must_be_the_one_proved()
    {
        await using var api = await SandboxApi.StartAsync();
        var token = (await AskAsync(api, Proof(api, _key)))["accessToken"]!;
        var proof = AtResource(api, _key, token);

        Assert.Equal("OK", (await IntrospectAsync(api, token, proof, url: Resource + "?page=2")).Action);
        Assert.Equal("A065310", (await IntrospectAsync(api, token, proof, method: "DELETE")).Code);
        Assert.Equal("A065310", (await IntrospectAsync(api, token, proof, url: "https://rs.example.com/payments")).Code);
    }

    [Fact]
    public async Task Userinfo_requires_a_proof_too()
    {
        await using var api = await SandboxApi.StartAsync();
        var token = (await api.RedeemAsync(await api.GrantAsync("john", "openid"), ("dpop", Proof(api, _key))))["accessToken"]!;
        var proof = AtResource(api, _key, token);

        Assert.Equal(("A065308", "UNAUTHORIZED"), await UserInfoAsync(null));
        Assert.Equal(("A091001", "OK"), await UserInfoAsync(proof));

        async Task<(string? Code, string? Action)> UserInfoAsync(string? dpop)
        {
            var reply = await api.PostAsync(
                "/auth/userinfo",
                new JsonObject
                {
                    ["token"] = token,
                    ["dpop"] = dpop,
                    ["htm"] = "GET",
                    ["htu"] = Resource,
                }
            );
            return (reply.Code, reply.Action);
        }
    }

    [Theory]
    [InlineData("A254301", "htm", "\"GET\"")]
    [InlineData("A254301", "htu", "\"https://other.example.com/token\"")]
    [InlineData("A254301", "iat", "1")]
    [InlineData("A254301", "iat", "9999999999")]
    [InlineData("A254301", "iat", null)]
    [InlineData("A254301", "jti", null)]
    public async Task The_claims_of_a_proof_are_checked(string code, string name, string? value)
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await AskAsync(api, Proof(api, _key, (name, value is null ? null : JsonNode.Parse(value))));

        Assert.Equal((code, "BAD_REQUEST", "invalid_dpop_proof"), (reply.Code, reply.Action, reply.Error));
    }

    [Fact]
    public async Task A_proof_expires()
    {
        await using var api = await SandboxApi.StartAsync();
        var proof = Proof(api, _key);

        api.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("OK", (await AskAsync(api, proof)).Action);
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("A254301", (await AskAsync(api, proof)).Code);
    }

    [Fact]
    public async Task The_header_of_a_proof_is_checked()
    {
        await using var api = await SandboxApi.StartAsync();
        var payload = Jws.Payload(Proof(api, _key)).ToJsonString();

        Assert.Equal("A254301", (await AskAsync(api, "no-jwt")).Code);
        Assert.Equal("A254304", (await AskAsync(api, Jws.Of(Header(_key, ("alg", null)), payload, [1]))).Code);
        Assert.Equal("A254302", (await AskAsync(api, Jws.Of(Header(_key, ("alg", "none")), payload, []))).Code);
        Assert.Equal("A254302", (await AskAsync(api, Jws.Of(Header(_key, ("alg", "HS256")), payload, [1]))).Code);
        Assert.Equal("A254303", (await AskAsync(api, Jws.Es256(_key, Header(_key, ("jwk", null)), payload))).Code);
        Assert.Equal("A254303", (await AskAsync(api, Jws.Es256(_key, Header(_key, ("jwk", Jwk(_key, privateHalf: true))), payload))).Code);
        Assert.Equal("A254301", (await AskAsync(api, Jws.Es256(_key, Header(_key, ("typ", "JWT")), payload))).Code);
        Assert.Equal("A254301", (await AskAsync(api, Jws.Es256(_other, Header(_key), payload))).Code);
    }

    [Fact]
    public async Task A_client_may_have_to_prove_its_key()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeClientAsync(api.Client.ClientId, ("dpopRequired", true));

        Assert.Equal(("A254301", "invalid_dpop_proof"), (await AskAsync(api, null) is var reply ? reply.Code : null, reply.Error));
        Assert.Equal("OK", (await AskAsync(api, Proof(api, _key))).Action);
    }

    [Fact]
    public async Task A_failed_proof_does_not_use_up_the_code()
    {
        await using var api = await SandboxApi.StartAsync();
        var issued = await api.GrantAsync("john", "accounts");

        Assert.Equal("A254301", (await api.RedeemAsync(issued, ("dpop", "no-jwt"))).Code);

        Assert.Equal("DPoP", (string?)(await api.RedeemAsync(issued, ("dpop", Proof(api, _key)))).Content["token_type"]);
    }

    [Fact]
    public async Task The_refresh_token_of_a_public_client_needs_the_same_key()
    {
        await using var api = await SandboxApi.StartAsync();
        var clientId = api.Server.PublicClient.ClientId.ToString(CultureInfo.InvariantCulture);
        var device = await api.SendFormAsync("/device/authorization", ("client_id", clientId), ("scope", "accounts"));
        await api.PostAsync(
            "/device/complete",
            new JsonObject
            {
                ["userCode"] = device["userCode"],
                ["result"] = "AUTHORIZED",
                ["subject"] = "john",
            }
        );
        var token = await PublicAsync(
            Proof(api, _key),
            ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
            ("device_code", device["deviceCode"]!)
        );
        (string, string)[] refresh = [("grant_type", "refresh_token"), ("refresh_token", token["refreshToken"]!)];

        Assert.Equal("invalid_grant", (await PublicAsync(null, refresh)).Error);
        Assert.Equal("invalid_grant", (await PublicAsync(Proof(api, _other), refresh)).Error);
        var refreshed = await PublicAsync(Proof(api, _key), refresh);
        Assert.Equal(("OK", "DPoP"), (refreshed.Action, (string?)refreshed.Content["token_type"]));

        Task<ApiReply> PublicAsync(string? proof, params (string Name, string Value)[] parameters) =>
            api.PostAsync(
                "/auth/token",
                new JsonObject { ["parameters"] = SandboxApi.Form([("client_id", clientId), .. parameters]), ["dpop"] = proof }
            );
    }

    private static Task<ApiReply> AskAsync(SandboxApi api, string? proof) =>
        api.AsClientAsync("/auth/token", [("dpop", proof)], ("grant_type", "client_credentials"));

    private static Task<ApiReply> IntrospectAsync(
        SandboxApi api,
        string token,
        string? proof,
        string method = "GET",
        string url = Resource
    ) =>
        api.PostAsync(
            "/auth/introspection",
            new JsonObject
            {
                ["token"] = token,
                ["dpop"] = proof,
                ["htm"] = method,
                ["htu"] = url,
            }
        );

    private static string AtResource(SandboxApi api, ECDsa key, string token) =>
        Proof(
            api,
            key,
            ("htm", "GET"),
            ("htu", Resource),
            ("ath", Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(token))))
        );

    private static string Proof(SandboxApi api, ECDsa key, params (string Name, JsonNode? Value)[] changes)
    {
        var payload = new JsonObject
        {
            ["jti"] = "p-1",
            ["htm"] = "POST",
            ["htu"] = TokenEndpoint,
            ["iat"] = api.Clock.GetUtcNow().ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in changes)
        {
            payload[name] = value;
        }

        return Jws.Es256(key, Header(key), payload.ToJsonString());
    }

    private static JsonObject Header(ECDsa key, params (string Name, JsonNode? Value)[] changes)
    {
        var header = new JsonObject
        {
            ["typ"] = "dpop+jwt",
            ["alg"] = "ES256",
            ["jwk"] = Jwk(key),
        };
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                header.Remove(name);
            }
            else
            {
                header[name] = value;
            }
        }

        return header;
    }

    private static JsonObject Jwk(ECDsa key, bool privateHalf = false) =>
        (JsonObject)JsonNode.Parse(Jws.JwkSet(key, privateHalf: privateHalf))!["keys"]![0]!.DeepClone();

    /// <summary>RFC 7638.</summary>
    private static string Thumbprint(ECDsa key)
    {
        var jwk = Jwk(key);
        var canonical = $$"""{"crv":"P-256","kty":"EC","x":"{{jwk["x"]}}","y":"{{jwk["y"]}}"}""";
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
    }
}
