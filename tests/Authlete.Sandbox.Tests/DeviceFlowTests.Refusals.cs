using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed partial class DeviceFlowTests
{
    [Fact]
    public async Task A_public_client_may_start_too()
    {
        await using var api = await SandboxApi.StartAsync();
        var clientId = api.Server.PublicClient.ClientId.ToString(CultureInfo.InvariantCulture);
        var device = await api.SendFormAsync("/device/authorization", ("client_id", clientId), ("scope", "accounts"));
        await CompleteAsync(api, device, "AUTHORIZED", ("subject", "john"));

        var token = await api.SendFormAsync(
            "/auth/token",
            ("grant_type", Grant),
            ("client_id", clientId),
            ("device_code", device["deviceCode"]!)
        );

        Assert.Equal(("OK", "NONE"), (token.Action, token["clientAuthMethod"]));
    }

    [Fact]
    public async Task A_missing_setting_of_the_service_or_client_is_reported()
    {
        await using var api = await SandboxApi.StartAsync();

        Assert.Equal(
            ("A157305", "UNAUTHORIZED"),
            Outcome(await api.AsClientAsync("/device/authorization", [("clientSecret", "x")], ("scope", "openid")))
        );
        Assert.Equal(
            ("A218305", "UNAUTHORIZED"),
            Outcome(await api.AsClientAsync("/device/authorization", [("clientId", "1")], ("scope", "openid")))
        );
        await api.ChangeServiceAsync(("scopeRequired", true));
        Assert.Equal(("A219305", "BAD_REQUEST"), Outcome(await StartAsync(api, "unknown")));
        await api.ChangeClientAsync(api.Client.ClientId, ("grantTypes", new JsonArray("AUTHORIZATION_CODE")));
        Assert.Equal(("A166306", "BAD_REQUEST"), Outcome(await StartAsync(api)));
        await api.ChangeServiceAsync(("supportedGrantTypes", new JsonArray("AUTHORIZATION_CODE")));
        Assert.Equal(("A166305", "BAD_REQUEST"), Outcome(await StartAsync(api)));
    }

    [Fact]
    public async Task A_service_without_lifetime_or_verification_URI_gives_no_codes()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeServiceAsync(("deviceFlowCodeDuration", 0));
        Assert.Equal(("A222102", "INTERNAL_SERVER_ERROR"), Outcome(await StartAsync(api)));
        await api.ChangeServiceAsync(("deviceVerificationUri", null));
        Assert.Equal(("A222101", "INTERNAL_SERVER_ERROR"), Outcome(await StartAsync(api)));
    }

    [Theory]
    [InlineData("A242301", "x", "y")]
    [InlineData("A242302", "device_code", "")]
    [InlineData("A242304", "device_code", "unknown")]
    public async Task A_token_request_needs_the_device_code(string code, string name, string value)
    {
        await using var api = await SandboxApi.StartAsync();

        Assert.Equal((code, "BAD_REQUEST"), Outcome(await api.AsClientAsync("/auth/token", ("grant_type", Grant), (name, value))));
    }
}
