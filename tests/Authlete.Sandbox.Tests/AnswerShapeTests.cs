using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

/// <summary>Characteristics of responses that recordings of the real service show.</summary>
public sealed class AnswerShapeTests
{
    [Theory]
    [InlineData("/pushed_auth_req", "{}", "pushedAuthReqResponse")]
    [InlineData("/hsk/create", "{}", "hskResponse")]
    [InlineData("/client/registration", "{}", "clientRegistrationResponse")]
    [InlineData("/client/registration/get", "{}", "clientRegistrationResponse")]
    [InlineData("/client/registration/update", "{}", "clientRegistrationResponse")]
    [InlineData("/client/registration/delete", "{}", "clientRegistrationResponse")]
    [InlineData("/auth/token", "{}", "tokenResponse")]
    [InlineData("/client/authorization/update/{0}", """{"subject":"john"}""", null)]
    [InlineData("/client/authorization/delete/{0}", """{"subject":"john"}""", null)]
    [InlineData("/client/granted_scopes/get/{0}", """{"subject":"john"}""", "GrantedScopesGetResponse")]
    [InlineData("/client/lock_flag/update/{0}", """{"clientLocked":true}""", null)]
    public async Task An_answer_names_its_type(string path, string body, string? type)
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await api.PostAsync(
            path.Replace("{0}", api.ClientId, System.StringComparison.Ordinal),
            (JsonObject)JsonNode.Parse(body)!
        );

        Assert.Equal((200, type), (reply.Status, reply["type"]));
        Assert.NotNull(reply.Code);
    }

    [Fact]
    public async Task The_list_of_keys_has_a_type_of_its_own()
    {
        await using var api = await SandboxApi.StartAsync();

        Assert.Equal("hskListResponse", (await api.GetAsync("/hsk/get/list"))["type"]);
    }

    [Fact]
    public async Task The_list_of_authorized_clients_starts_with_its_type()
    {
        await using var api = await SandboxApi.StartAsync();

        var authorized = await api.GetAsync("/client/authorization/get/list?subject=john");
        Assert.StartsWith("""{"type":"authorizedClientListResponse","clients":[""", authorized.Text, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/client/get/1", false, "[A027201] No client has this ID.")]
    [InlineData("/service/get/1", true, "[A035201] No service has this API key.")]
    [InlineData(
        "/client/granted_scopes/get/1?subject=john",
        false,
        "[A001212] /client/granted_scopes/get/{clientId}, no client has this ID."
    )]
    public async Task Some_look_ups_do_not_name_their_path(string path, bool owner, string message)
    {
        await using var api = await SandboxApi.StartAsync();

        Assert.Equal(message, (await api.GetAsync(path, owner))["resultMessage"]);
    }

    [Fact]
    public async Task A_rejected_authorization_request_returns_the_service()
    {
        await using var api = await SandboxApi.StartAsync();

        var refused = await api.SendFormAsync("/auth/authorization", ("response_type", "code"));
        var redirected = await api.SendFormAsync(
            "/auth/authorization",
            ("response_type", "code"),
            ("client_id", api.ClientId),
            ("redirect_uri", api.Client.RedirectUri),
            ("prompt", "x")
        );

        Assert.Equal(("BAD_REQUEST", "LOCATION"), (refused.Action, redirected.Action));
        foreach (var reply in new[] { refused, redirected })
        {
            Assert.Equal(api.Server.ServiceApiKey, reply.Json["service"]!["apiKey"]!.ToString());
        }
    }
}
