using System.Net.Http;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class FederationTests
{
    [Fact]
    public async Task A_service_outside_a_federation_is_not_found()
    {
        await using var api = await SandboxApi.StartAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await api.ChangeServiceAsync(("federationJwks", Jws.JwkSet(key, privateHalf: true)));

        foreach (var path in new[] { "/federation/configuration", "/federation/registration" })
        {
            var reply = await api.PostAsync(path, new JsonObject { ["entityConfiguration"] = "x" });
            Assert.Equal((200, "A001223", "NOT_FOUND"), (reply.Status, reply.Code, reply.Action));
            Assert.Equal("not_found", (string?)reply.Content["error"]);
        }
    }

    [Fact]
    public async Task The_configuration_call_needs_a_body_though_an_empty_one()
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await api.SendTextAsync(HttpMethod.Post, "/federation/configuration", null);

        Assert.Equal((400, "A126203"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Without_federation_keys_nothing_can_be_signed()
    {
        await using var api = await SandboxApi.StartAsync();
        var atFirst = await api.PostAsync("/federation/configuration", []);
        Assert.Equal((200, "A316201", "INTERNAL_SERVER_ERROR"), (atFirst.Status, atFirst.Code, atFirst.Action));

        await api.ChangeServiceAsync(("federationEnabled", true));
        var enabled = await api.PostAsync("/federation/configuration", []);
        Assert.Equal((200, "A316201", "INTERNAL_SERVER_ERROR"), (enabled.Status, enabled.Code, enabled.Action));

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await api.ChangeServiceAsync(("federationJwks", Jws.JwkSet(key)));
        var publicOnly = await api.PostAsync("/federation/configuration", []);
        Assert.Equal(("A162203", "INTERNAL_SERVER_ERROR"), (publicOnly.Code, publicOnly.Action));
    }

    [Fact]
    public async Task The_entity_configuration_is_signed_and_holds_the_metadata()
    {
        await using var api = await SandboxApi.StartAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await api.ChangeServiceAsync(
            ("federationEnabled", true),
            ("federationJwks", Jws.JwkSet(key, "fed-1", privateHalf: true)),
            ("federationConfigurationDuration", 600),
            ("authorityHints", new JsonArray("https://anchor.example.com")),
            ("supportedClientRegistrationTypes", new JsonArray("AUTOMATIC")),
            ("organizationName", "Example")
        );

        var reply = await api.PostAsync("/federation/configuration", []);

        Assert.Equal((200, "OK"), (reply.Status, reply.Action));
        var token = reply["responseContent"]!;
        Assert.True(Jws.Verifies(key, token));
        var header = Jws.Header(token);
        Assert.Equal(("ES256", "fed-1", "entity-statement+jwt"), ((string?)header["alg"], (string?)header["kid"], (string?)header["typ"]));
        var payload = Jws.Payload(token);
        var now = api.Clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal("https://as.example.com", (string?)payload["iss"]);
        Assert.Equal("https://as.example.com", (string?)payload["sub"]);
        Assert.Equal((now, now + 600), ((long)payload["iat"]!, (long)payload["exp"]!));
        Assert.Equal("https://anchor.example.com", (string?)payload["authority_hints"]![0]);
        var publicKey = (JsonObject)Assert.Single(payload["jwks"]!["keys"]!.AsArray())!;
        Assert.False(publicKey.ContainsKey("d"));
        var provider = payload["metadata"]!["openid_provider"]!;
        Assert.Equal("https://as.example.com/token", (string?)provider["token_endpoint"]);
        Assert.Equal("automatic", (string?)provider["client_registration_types_supported"]![0]);
        Assert.Equal("Example", (string?)provider["organization_name"]);
    }

    [Fact]
    public async Task A_registration_without_a_trust_chain_fails_and_registers_no_client()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeServiceAsync(("federationEnabled", true));

        var reply = await api.PostAsync("/federation/registration", new JsonObject { ["entityConfiguration"] = "a.b.c" });
        Assert.Equal((200, "A320301", "BAD_REQUEST"), (reply.Status, reply.Code, reply.Action));
        Assert.Equal("invalid_trust_chain", (string?)reply.Content["error"]);

        var both = await api.PostAsync(
            "/federation/registration",
            new JsonObject { ["entityConfiguration"] = "a.b.c", ["trustChain"] = "[]" }
        );
        Assert.Equal("invalid_request", (string?)both.Content["error"]);
        var neither = await api.PostAsync("/federation/registration", []);
        Assert.Equal("invalid_request", (string?)neither.Content["error"]);
        Assert.Equal("2", (await api.GetAsync("/client/get/list"))["totalCount"]);
    }
}
