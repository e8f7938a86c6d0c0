using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

/// <summary>Authorization responses in a JWT.</summary>
public sealed class JarmTests
{
    [Theory]
    [InlineData("query.jwt", "code", '?')]
    [InlineData("fragment.jwt", "code", '#')]
    [InlineData("jwt", "code", '?')]
    [InlineData("jwt", "token", '#')]
    public async Task The_response_is_one_signed_parameter(string mode, string responseType, char separator)
    {
        await using var api = await StartAsync("ES256");

        var issued = await IssueAsync(
            api,
            await AuthorizeAsync(api, ("response_mode", mode), ("response_type", responseType), ("state", "s-1"))
        );

        Assert.Equal("LOCATION", issued.Action);
        var prefix = api.Client.RedirectUri + separator + "response=";
        Assert.StartsWith(prefix, issued["responseContent"], StringComparison.Ordinal);
        var jwt = issued["responseContent"]![prefix.Length..];
        Assert.Equal("A160001", (await api.PostAsync("/jose/verify", new JsonObject { ["jose"] = jwt })).Code);
        var payload = Jws.Payload(jwt);
        Assert.Equal(
            ("https://as.example.com", api.ClientId, "s-1"),
            ((string?)payload["iss"], (string?)payload["aud"], (string?)payload["state"])
        );
        Assert.Equal(api.Clock.GetUtcNow().ToUnixTimeSeconds() + 600, (long)payload["exp"]!);
        Assert.Equal(issued["authorizationCode"], (string?)payload["code"]);
        Assert.Equal(issued["accessToken"], (string?)payload["access_token"]);
    }

    [Fact]
    public async Task The_JWT_may_come_in_a_form()
    {
        await using var api = await StartAsync("ES256");

        var issued = await IssueAsync(api, await AuthorizeAsync(api, ("response_mode", "form_post.jwt")));

        Assert.Equal("FORM", issued.Action);
        Assert.Contains("name=\"response\"", issued["responseContent"], StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"code\"", issued["responseContent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_is_signed_too()
    {
        await using var api = await StartAsync("HS256");
        var request = await AuthorizeAsync(api, ("response_mode", "query.jwt"));

        var failed = await api.PostAsync(
            "/auth/authorization/fail",
            new JsonObject { ["ticket"] = request["ticket"], ["reason"] = "DENIED" }
        );

        var payload = Jws.Payload(failed["responseContent"]!.Split("response=")[1]);
        Assert.Equal("access_denied", (string?)payload["error"]);
    }

    [Theory]
    [InlineData("A012305", null)]
    [InlineData("A012306", "NONE")]
    public async Task The_client_needs_an_algorithm(string code, string? algorithm)
    {
        await using var api = await StartAsync(algorithm);

        Assert.Equal(code, (await AuthorizeAsync(api, ("response_mode", "query.jwt"))).Code);
    }

    private static async Task<SandboxApi> StartAsync(string? algorithm)
    {
        var api = await SandboxApi.StartAsync();
        await api.ChangeClientAsync(api.Client.ClientId, ("authorizationSignAlg", algorithm));
        return api;
    }

    private static Task<ApiReply> AuthorizeAsync(SandboxApi api, params (string Name, string Value)[] parameters)
    {
        (string Name, string Value)[] standard =
        [
            ("response_type", "code"),
            ("client_id", api.ClientId),
            ("redirect_uri", api.Client.RedirectUri),
        ];
        return api.SendFormAsync(
            "/auth/authorization",
            [.. standard.Where(pair => !parameters.Any(other => other.Name == pair.Name)), .. parameters]
        );
    }

    private static Task<ApiReply> IssueAsync(SandboxApi api, ApiReply request) =>
        api.PostAsync("/auth/authorization/issue", new JsonObject { ["ticket"] = request["ticket"], ["subject"] = "john" });
}
