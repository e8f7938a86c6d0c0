using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

/// <summary>Authentication contexts that an authorization request requires.</summary>
public sealed class AuthenticationContextTests
{
    private const string Essential = """{"id_token":{"acr":{"essential":true,"values":["gold"]}}}""";
    private const string EssentialValue = """{"id_token":{"acr":{"essential":true,"value":"gold"}}}""";
    private const string Voluntary = """{"id_token":{"acr":{"values":["gold"]}}}""";
    private const string EssentialWithoutValue = """{"id_token":{"acr":{"essential":true}}}""";

    [Theory]
    [InlineData("acr_values", "gold", "", "A021303")]
    [InlineData("acr_values", "gold", "silver", "A021304")]
    [InlineData("acr_values", "silver gold", "silver", "A021304")]
    [InlineData("acr_values", "gold", "silver gold", "A004001")]
    [InlineData("acr_values", "", "", "A004001")]
    [InlineData("claims", Essential, "", "A021303")]
    [InlineData("claims", EssentialValue, "silver", "A021304")]
    [InlineData("claims", Essential, "gold", "A004001")]
    [InlineData("claims", EssentialWithoutValue, "", "A004001")]
    [InlineData("claims", Voluntary, "", "A004001")]
    public async Task The_service_must_support_them(string name, string value, string supported, string code)
    {
        await using var api = await StartAsync(supported);

        var reply = await AuthorizeAsync(api, (name, value));

        Assert.Equal(code, reply.Code);
        if (code != "A004001")
        {
            Assert.Contains("error=invalid_request&", reply["responseContent"]);
        }
    }

    [Fact]
    public async Task The_PAR_endpoint_rejects_them_too()
    {
        await using var api = await StartAsync("");

        var reply = await api.AsClientAsync(
            "/pushed_auth_req",
            ("response_type", "code"),
            ("redirect_uri", api.Client.RedirectUri),
            ("scope", "openid"),
            ("acr_values", "gold")
        );

        Assert.Equal(("A021303", "BAD_REQUEST"), (reply.Code, reply.Action));
    }

    [Fact]
    public async Task The_clients_default_contexts_apply_if_the_service_supports_them()
    {
        await using var api = await StartAsync("silver");
        await api.ChangeClientAsync(api.Client.ClientId, ("defaultAcrs", new JsonArray("gold", "silver")));

        var reply = await AuthorizeAsync(api);

        Assert.Equal("""["silver"]""", reply.Json["acrs"]!.ToJsonString());
    }

    private static async Task<SandboxApi> StartAsync(string supported)
    {
        var api = await SandboxApi.StartAsync();
        var names = supported.Split(' ', System.StringSplitOptions.RemoveEmptyEntries).Select(name => JsonValue.Create(name));
        await api.ChangeServiceAsync(("supportedAcrs", new JsonArray([.. names])));
        return api;
    }

    private static Task<ApiReply> AuthorizeAsync(SandboxApi api, params (string Name, string Value)[] parameters) =>
        api.SendFormAsync(
            "/auth/authorization",
            [
                ("response_type", "code"),
                ("client_id", api.ClientId),
                ("redirect_uri", api.Client.RedirectUri),
                ("scope", "openid"),
                .. parameters,
            ]
        );
}
