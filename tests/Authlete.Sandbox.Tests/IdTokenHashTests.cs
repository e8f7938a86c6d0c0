using System;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

/// <summary>The hashes in ID tokens of the values that are issued with them.</summary>
public sealed class IdTokenHashTests
{
    [Fact]
    public async Task The_ID_token_of_the_code_flow_has_the_hash_of_the_state_and_not_of_an_access_token()
    {
        await using var api = await SandboxApi.StartAsync();

        var payload = Jws.Payload((await api.RedeemAsync(await GrantAsync(api, "code", "st-1")))["idToken"]!);

        Assert.Equal((Hash("st-1"), null, null), ((string?)payload["s_hash"], (string?)payload["at_hash"], (string?)payload["c_hash"]));
    }

    [Fact]
    public async Task Without_a_state_there_is_no_hash_of_it()
    {
        await using var api = await SandboxApi.StartAsync();

        var payload = Jws.Payload((await api.RedeemAsync(await GrantAsync(api, "code", null)))["idToken"]!);

        Assert.False(payload.ContainsKey("s_hash"));
    }

    [Fact]
    public async Task An_ID_token_through_the_browser_has_the_hashes_of_the_values_issued_with_it()
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await GrantAsync(api, "code id_token token", "st-1");

        var payload = Jws.Payload(reply["idToken"]!);
        Assert.Equal(
            (Hash("st-1"), Hash(reply["accessToken"]!), Hash(reply["authorizationCode"]!)),
            ((string?)payload["s_hash"], (string?)payload["at_hash"], (string?)payload["c_hash"])
        );
    }

    private static async Task<ApiReply> GrantAsync(SandboxApi api, string responseType, string? state)
    {
        var request = await api.SendFormAsync(
            "/auth/authorization",
            [
                ("response_type", responseType),
                ("client_id", api.ClientId),
                ("redirect_uri", api.Client.RedirectUri),
                ("scope", "openid"),
                ("nonce", "n"),
                .. state is null ? [] : new[] { ("state", state) },
            ]
        );
        return await api.PostAsync("/auth/authorization/issue", new JsonObject { ["ticket"] = request["ticket"], ["subject"] = "john" });
    }

    private static string Hash(string value) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(value)).AsSpan(0, 16));
}
