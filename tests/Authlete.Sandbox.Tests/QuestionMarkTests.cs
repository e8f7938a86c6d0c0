using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

/// <summary>A caller may forward a query string unchanged, including its question mark.</summary>
public sealed class QuestionMarkTests
{
    public static TheoryData<string> Paths { get; } =
    [.. Facts.OperationsWith("parameters").Where(operation => operation.Method == "POST").Select(operation => operation.Path)];

    [Fact]
    public void The_paths_are_the_known_ones()
    {
        string[] known =
        [
            "/auth/authorization",
            "/auth/introspection/standard",
            "/auth/revocation",
            "/auth/token",
            "/backchannel/authentication",
            "/device/authorization",
            "/pushed_auth_req",
        ];

        Assert.Equal(known, Facts.OperationsWith("parameters").Select(operation => operation.Path).Order(System.StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_leading_question_mark_is_not_part_of_the_first_name(string path)
    {
        await using var api = await SandboxApi.StartAsync();
        var parameters = SandboxApi.Form(
            ("state", "s"),
            ("client_id", api.ClientId),
            ("response_type", "code"),
            ("redirect_uri", api.Client.RedirectUri),
            ("scope", "openid"),
            ("login_hint", "john"),
            ("grant_type", "client_credentials"),
            ("token", "unknown")
        );

        var plain = await SendAsync(api, path, parameters);
        var marked = await SendAsync(api, path, "?" + parameters);
        var twice = await SendAsync(api, path, "??" + string.Join('&', parameters.Split('&').Skip(1).Prepend("token=unknown")));

        Assert.Equal((plain.Status, plain.Code, plain.Action), (marked.Status, marked.Code, marked.Action));
        Assert.NotNull(plain.Action);
        Assert.Equal(200, twice.Status);
    }

    [Fact]
    public async Task The_first_parameter_counts()
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await SendAsync(api, "/auth/token", "?grant_type=client_credentials");
        var form = await api.SendTextAsync(
            HttpMethod.Post,
            "/auth/token",
            SandboxApi.Form(
                ("parameters", "?grant_type=client_credentials"),
                ("clientId", api.ClientId),
                ("clientSecret", api.Client.ClientSecret)
            ),
            "application/x-www-form-urlencoded"
        );

        Assert.Equal(("OK", "OK"), (reply.Action, form.Action));
        Assert.Equal("A049301", (await SendAsync(api, "/auth/token", "??grant_type=client_credentials")).Code);
    }

    private static Task<ApiReply> SendAsync(SandboxApi api, string path, string parameters) =>
        api.PostAsync(
            path,
            new JsonObject
            {
                ["parameters"] = parameters,
                ["clientId"] = api.ClientId,
                ["clientSecret"] = api.Client.ClientSecret,
            }
        );
}
