using System;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class HskTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_key_is_created_read_listed_and_deleted(bool owner)
    {
        await using var api = await SandboxApi.StartAsync();

        var created = await api.PostAsync("/hsk/create", Request(), owner);

        Assert.Equal((200, "A266001", "SUCCESS"), (created.Status, created.Code, created.Action));
        var key = created.Json["hsk"]!;
        var handle = (string)key["handle"]!;
        Assert.Equal(43, handle.Length);
        Assert.Equal(("EC", "sig", "ES256", "key-1", "google"), (Of("kty"), Of("use"), Of("alg"), Of("kid"), Of("hsmName")));
        using var publicKey = ECDsa.Create();
        publicKey.ImportFromPem(Of("publicKey"));
        Assert.Equal(256, publicKey.KeySize);
        Assert.DoesNotContain("PRIVATE", created.Text);

        var read = await api.GetAsync("/hsk/get/" + handle, owner);
        Assert.Equal(("A268001", "SUCCESS"), (read.Code, read.Action));
        Assert.True(JsonNode.DeepEquals(key, read.Json["hsk"]));
        var list = await api.GetAsync("/hsk/get/list", owner);
        Assert.Equal(("A269001", "SUCCESS"), (list.Code, list.Action));
        Assert.Single(list.Json["hsks"]!.AsArray());

        var deleted = await api.DeleteAsync("/hsk/delete/" + handle, owner);
        Assert.Equal((204, ""), (deleted.Status, deleted.Text));
        var again = await api.DeleteAsync("/hsk/delete/" + handle, owner);
        Assert.Equal((200, "A270202", "NOT_FOUND"), (again.Status, again.Code, again.Action));
        Assert.Equal(("A268202", "NOT_FOUND"), Result(await api.GetAsync("/hsk/get/" + handle, owner)));
        Assert.Empty((await api.GetAsync("/hsk/get/list", owner)).Json["hsks"]!.AsArray());

        string Of(string name) => (string)key[name]!;
    }

    [Fact]
    public async Task An_RSA_key_has_the_size_of_2048_bits()
    {
        await using var api = await SandboxApi.StartAsync();

        var created = await api.PostAsync("/hsk/create", Request(("kty", "RSA"), ("use", "enc"), ("alg", "RSA-OAEP-256")));

        Assert.Equal("SUCCESS", created.Action);
        using var publicKey = RSA.Create();
        publicKey.ImportFromPem((string)created.Json["hsk"]!["publicKey"]!);
        Assert.Equal(2048, publicKey.KeySize);
    }

    [Fact]
    public async Task Each_service_and_the_owner_have_keys_of_their_own()
    {
        await using var api = await SandboxApi.StartAsync();
        var handle = (string)(await api.PostAsync("/hsk/create", Request())).Json["hsk"]!["handle"]!;

        Assert.Equal("NOT_FOUND", (await api.GetAsync("/hsk/get/" + handle, owner: true)).Action);
        Assert.Empty((await api.GetAsync("/hsk/get/list", owner: true)).Json["hsks"]!.AsArray());

        var service = await api.CreateServiceAsync();
        api.UseService(service["apiKey"]!.ToString(), (string)service["apiSecret"]!);
        Assert.Equal("A269201", (await api.GetAsync("/hsk/get/list")).Code);
    }

    [Fact]
    public async Task A_service_returns_its_keys_and_ignores_those_of_the_caller()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeServiceAsync(("hsks", new JsonArray(new JsonObject { ["kid"] = "other" })));
        Assert.Null((await api.GetAsync("/service/get/" + api.Server.ServiceApiKey, owner: true)).Json["hsks"]);

        await api.PostAsync("/hsk/create", Request());

        var service = await api.GetAsync("/service/get/" + api.Server.ServiceApiKey, owner: true);
        Assert.Equal("key-1", (string?)Assert.Single(service.Json["hsks"]!.AsArray())!["kid"]);
    }

    [Theory]
    [InlineData("kty", null, "A263201")]
    [InlineData("use", "", "A263201")]
    [InlineData("alg", null, "A263201")]
    [InlineData("kty", "OKP", "A263202")]
    [InlineData("use", "both", "A263202")]
    [InlineData("alg", "XS256", "A263202")]
    [InlineData("use", "enc", "A263203")]
    [InlineData("kty", "RSA", "A263204")]
    [InlineData("kid", "schlüssel", "A263206")]
    [InlineData("alg", "ES512", "A263207")]
    [InlineData("hsmName", "other", "A264201")]
    public async Task A_wrong_parameter_is_refused(string name, string? value, string code)
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await api.PostAsync("/hsk/create", Request((name, value)));

        Assert.Equal((200, code, "INVALID_REQUEST"), (reply.Status, reply.Code, reply.Action));
        Assert.Null(reply.Json["hsk"]);
        Assert.Empty((await api.GetAsync("/hsk/get/list")).Json["hsks"]!.AsArray());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_a_key_id_and_an_HSM_the_server_chooses_both(string? value)
    {
        await using var api = await SandboxApi.StartAsync();

        var key = (await api.PostAsync("/hsk/create", Request(("kid", value), ("hsmName", value)))).Json["hsk"]!;

        Assert.Equal(43, ((string)key["kid"]!).Length);
        Assert.Equal("google", (string?)key["hsmName"]);
    }

    [Fact]
    public async Task A_key_id_that_is_too_long_is_refused()
    {
        await using var api = await SandboxApi.StartAsync();

        Assert.Equal("A263205", (await api.PostAsync("/hsk/create", Request(("kid", new string('k', 101))))).Code);
        Assert.Equal("A266001", (await api.PostAsync("/hsk/create", Request(("kid", new string('k', 100))))).Code);
    }

    [Fact]
    public async Task A_service_without_HSM_support_has_no_keys_to_offer()
    {
        await using var api = await SandboxApi.StartAsync();
        var handle = (string)(await api.PostAsync("/hsk/create", Request())).Json["hsk"]!["handle"]!;
        await api.ChangeServiceAsync(("hsmEnabled", false));

        Assert.Equal(("A266201", "INVALID_REQUEST"), Result(await api.PostAsync("/hsk/create", Request())));
        Assert.Equal(("A268201", "INVALID_REQUEST"), Result(await api.GetAsync("/hsk/get/" + handle)));
        Assert.Equal(("A269201", "INVALID_REQUEST"), Result(await api.GetAsync("/hsk/get/list")));
        Assert.Equal(("A270201", "INVALID_REQUEST"), Result(await api.DeleteAsync("/hsk/delete/" + handle)));
    }

    [Fact]
    public async Task The_owners_key_with_a_wrong_secret_opens_nothing()
    {
        await using var api = await SandboxApi.StartAsync();
        api.UseService(api.Server.ServiceOwnerApiKey, "wrong");

        var reply = await api.GetAsync("/hsk/get/list");

        Assert.Equal((401, "A002205"), (reply.Status, reply.Code));
    }

    private static (string? Code, string? Action) Result(ApiReply reply) => (reply.Code, reply.Action);

    private static JsonObject Request(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var request = new JsonObject
        {
            ["kty"] = "EC",
            ["use"] = "sig",
            ["alg"] = "ES256",
            ["kid"] = "key-1",
            ["hsmName"] = "google",
        };
        foreach (var (name, value) in changes)
        {
            request[name] = value;
        }

        return request;
    }
}
