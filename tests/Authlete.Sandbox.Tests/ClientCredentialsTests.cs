using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class ClientCredentialsTests
{
    [Theory]
    [InlineData("openid accounts payments", "accounts payments")]
    [InlineData("openid", null)]
    [InlineData("accounts", "accounts")]
    public async Task Openid_is_never_granted_because_there_is_no_user(string asked, string? granted)
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await api.AsClientAsync("/auth/token", ("grant_type", "client_credentials"), ("scope", asked));

        Assert.Equal(("OK", granted), (reply.Action, (string?)reply.Content["scope"]));
        Assert.Null(reply["idToken"]);
    }

    [Fact]
    public async Task Openid_as_a_default_scope_is_not_granted_either()
    {
        await using var api = await SandboxApi.StartAsync();
        var scopes = JsonNode.Parse("""[{"name":"openid","defaultEntry":true},{"name":"accounts","defaultEntry":true}]""");
        await api.ChangeServiceAsync(("supportedScopes", scopes));

        Assert.Equal("accounts", (string?)(await api.AsClientAsync("/auth/token", ("grant_type", "client_credentials"))).Content["scope"]);
    }

    [Fact]
    public async Task A_service_that_requires_a_scope_does_not_accept_openid_alone()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeServiceAsync(("scopeRequired", true));

        Assert.Equal("A052303", (await api.AsClientAsync("/auth/token", ("grant_type", "client_credentials"), ("scope", "openid"))).Code);
    }
}
