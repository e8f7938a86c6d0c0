using System;
using System.Net.Http;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class ServiceRulesTests
{
    [Fact]
    public async Task A_service_with_few_settings_has_the_defaults_for_the_others()
    {
        await using var api = await SandboxApi.StartAsync();

        var service = await api.CreateServiceAsync();

        Assert.Equal(14, service["apiKey"]!.ToString().Length);
        Assert.Equal(43, ((string)service["apiSecret"]!).Length);
        Assert.Equal("""["NORMAL"]""", service["supportedClaimTypes"]!.ToJsonString());
        Assert.Equal("""["PAGE"]""", service["supportedDisplays"]!.ToJsonString());
        Assert.Equal(0, (int)service["accessTokenDuration"]!);
        Assert.Equal(0, (int)service["userCodeLength"]!);
        Assert.False((bool)service["pkceRequired"]!);
        Assert.False(service.ContainsKey("issuer"));
        Assert.Equal("""[{"key":"clientCount","value":"0"}]""", service["metadata"]!.ToJsonString());
        Assert.Equal((long)service["createdAt"]!, (long)service["modifiedAt"]!);
    }

    [Fact]
    public async Task Server_assigned_members_of_the_caller_are_ignored()
    {
        await using var api = await SandboxApi.StartAsync();

        var created = await api.PostAsync(
            "/service/create",
            Service(("apiKey", 1), ("apiSecret", "x"), ("number", 99), ("createdAt", 1)),
            owner: true
        );

        Assert.NotEqual("1", created["apiKey"]);
        Assert.NotEqual("x", created["apiSecret"]);
        Assert.NotEqual("99", created["number"]);
        Assert.NotEqual("1", created["createdAt"]);
    }

    [Fact]
    public async Task An_update_replaces_the_whole_and_keeps_what_the_server_assigned()
    {
        await using var api = await SandboxApi.StartAsync();
        var created = await api.PostAsync("/service/create", Service(("serviceName", "One"), ("pkceRequired", true)), owner: true);
        api.Clock.Advance(TimeSpan.FromSeconds(90));

        var updated = await api.PostAsync("/service/update/" + created["apiKey"], Service(("description", "Two")), owner: true);

        Assert.Equal(200, updated.Status);
        Assert.Null(updated["serviceName"]);
        Assert.Equal("false", updated["pkceRequired"]);
        Assert.Equal("Two", updated["description"]);
        foreach (var name in new[] { "apiKey", "apiSecret", "number", "createdAt" })
        {
            Assert.Equal(created[name], updated[name]);
        }

        Assert.Equal(90_000, (long)updated.Json["modifiedAt"]! - (long)created.Json["modifiedAt"]!);
        Assert.Equal(updated.Text, (await api.GetAsync("/service/get/" + created["apiKey"], owner: true)).Text);
    }

    [Theory]
    [InlineData("supportedResponseTypes", null, "A039202")]
    [InlineData("supportedResponseTypes", "[]", "A039202")]
    [InlineData("supportedResponseTypes", """["CODE","CODE"]""", "A031211")]
    [InlineData("supportedGrantTypes", """["MAGIC"]""", "A031201")]
    [InlineData("supportedClaims", """["sub",null]""", "A031205")]
    [InlineData("accessTokenSignAlg", "\"XS256\"", "A031201")]
    [InlineData("accessTokenDuration", "-1", "A031213")]
    [InlineData("userCodeLength", "-1", "A031213")]
    [InlineData("userCodeLength", "256", "A031221")]
    [InlineData("allowableClockSkew", "65536", "A031221")]
    [InlineData("backchannelPollingInterval", "65536", "A031221")]
    [InlineData("deviceFlowPollingInterval", "65536", "A031221")]
    [InlineData("issuer", "\"http://as.example.com\"", "A031219")]
    [InlineData("issuer", "\"as\"", "A031219")]
    [InlineData("issuer", "\"https://as.example.com?a=b\"", "A031218")]
    [InlineData("issuer", "\"https://as.example.com#a\"", "A031217")]
    [InlineData("tokenEndpoint", "\"https://as.example.com/token#a\"", "A031217")]
    [InlineData("jwks", "\"{}\"", "A031212")]
    [InlineData("jwks", "\"x\"", "A031212")]
    [InlineData("federationJwks", "\"[]\"", "A031212")]
    [InlineData("attributes", """[{"value":"x"}]""", "A031225")]
    [InlineData("trustedRootCertificates", """["x"]""", "A039230")]
    [InlineData("supportedCustomClientMetadata", """["client_name"]""", "A039232")]
    [InlineData("snsCredentials", """[{"sns":"OTHER","apiKey":"k"}]""", "A039210")]
    [InlineData("snsCredentials", """[{"sns":"FACEBOOK"}]""", "A039211")]
    [InlineData("snsCredentials", """[{"sns":"FACEBOOK","apiKey":"k"},{"sns":"FACEBOOK","apiKey":"l"}]""", "A039209")]
    [InlineData("developerSnsCredentials", """[{"sns":"FACEBOOK","apiKey":"é"}]""", "A039213")]
    [InlineData("developerSnsCredentials", """[{"sns":"FACEBOOK","apiKey":"k","apiSecret":"é"}]""", "A039215")]
    [InlineData("supportedScopes", """[{"name":"a"},{"name":"a"}]""", "A039203")]
    [InlineData("supportedScopes", """[{"description":"a"}]""", "A039204")]
    [InlineData("supportedScopes", """[{"name":""}]""", "A039204")]
    [InlineData("supportedScopes", """[{"name":"a b"}]""", "A039206")]
    [InlineData("supportedScopes", """[{"name":"é"}]""", "A039206")]
    [InlineData("supportedScopes", """[{"name":"a","descriptions":[null]}]""", "A039216")]
    [InlineData("supportedScopes", """[{"name":"a","descriptions":[{"value":"x"}]}]""", "A039217")]
    [InlineData("supportedScopes", """[{"name":"a","descriptions":[{"tag":"en","value":"x"},{"tag":"en","value":"y"}]}]""", "A039218")]
    [InlineData("supportedScopes", """[{"name":"a","descriptions":[{"tag":"é","value":"x"}]}]""", "A039220")]
    [InlineData("supportedScopes", """[{"name":"a","descriptions":[{"tag":"en"}]}]""", "A039221")]
    [InlineData("supportedScopes", """[{"name":"a","attributes":[null]}]""", "A039223")]
    [InlineData("supportedScopes", """[{"name":"a","attributes":[{"value":"x"}]}]""", "A039224")]
    [InlineData("supportedScopes", """[{"name":"a","attributes":[{"key":"é","value":"x"}]}]""", "A039226")]
    [InlineData("supportedScopes", """[{"name":"a","attributes":[{"key":"k"}]}]""", "A039227")]
    [InlineData("supportedScopes", """[{"name":"a","attributes":[{"key":"k","value":"x"},{"key":"k","value":"y"}]}]""", "A039229")]
    public async Task A_wrong_field_is_refused_at_creation_and_at_update(string name, string? value, string code)
    {
        await using var api = await SandboxApi.StartAsync();
        var before = (await api.GetAsync("/service/get/" + api.Server.ServiceApiKey, owner: true)).Text;
        var service = Service((name, value is null ? null : JsonNode.Parse(value)));

        var created = await api.PostAsync("/service/create", service, owner: true);
        var updated = await api.PostAsync("/service/update/" + api.Server.ServiceApiKey, service, owner: true);

        Assert.Equal((400, code), (created.Status, created.Code));
        Assert.Equal((400, code), (updated.Status, updated.Code));
        Assert.StartsWith($"[{code}] /service/create, ", created["resultMessage"]);
        Assert.Equal("1", (await api.GetAsync("/service/get/list", owner: true))["totalCount"]);
        Assert.Equal(before, (await api.GetAsync("/service/get/" + api.Server.ServiceApiKey, owner: true)).Text);
    }

    [Theory]
    [InlineData("userCodeLength", "255")]
    [InlineData("allowableClockSkew", "65535")]
    [InlineData(
        "supportedScopes",
        """[{"name":"openid"},{"name":"a","descriptions":[{"tag":"en","value":"x"}],"attributes":[{"key":"k","value":""}]}]"""
    )]
    [InlineData("attributes", """[{"key":"k","value":"v"},{"key":"k2"}]""")]
    [InlineData("supportedCustomClientMetadata", """["department"]""")]
    public async Task A_value_at_the_limit_is_stored(string name, string value)
    {
        await using var api = await SandboxApi.StartAsync();

        var created = await api.PostAsync("/service/create", Service((name, JsonNode.Parse(value))), owner: true);

        Assert.Equal(200, created.Status);
        Assert.NotNull(created.Json[name]);
    }

    [Fact]
    public async Task Attributes_that_are_too_big_are_refused_and_a_real_certificate_is_not()
    {
        await using var api = await SandboxApi.StartAsync();
        var big = new JsonArray(new JsonObject { ["key"] = "k", ["value"] = new string('v', 65535) });
        Assert.Equal("A039231", (await api.PostAsync("/service/create", Service(("attributes", big)), owner: true)).Code);

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=root", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            api.Clock.GetUtcNow(),
            api.Clock.GetUtcNow().AddDays(1)
        );
        var trusted = new JsonArray(certificate.ExportCertificatePem());
        Assert.Equal(200, (await api.PostAsync("/service/create", Service(("trustedRootCertificates", trusted)), owner: true)).Status);
    }

    [Fact]
    public async Task Scopes_come_back_sorted_by_name()
    {
        await using var api = await SandboxApi.StartAsync();
        var scopes = JsonNode.Parse("""[{"name":"b"},{"name":"a","defaultEntry":true}]""");

        var created = await api.PostAsync("/service/create", Service(("supportedScopes", scopes)), owner: true);

        Assert.Equal(
            """[{"defaultEntry":true,"name":"a"},{"defaultEntry":false,"name":"b"}]""",
            created.Json["supportedScopes"]!.ToJsonString()
        );
    }

    [Fact]
    public async Task A_body_is_needed()
    {
        await using var api = await SandboxApi.StartAsync();
        api.UseService(api.Server.ServiceOwnerApiKey, api.Server.ServiceOwnerApiSecret);

        var reply = await api.SendTextAsync(HttpMethod.Post, "/service/create", "");

        Assert.Equal((400, "A039201"), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData("start=x", "A036201")]
    [InlineData("start=-1", "A036202")]
    [InlineData("end=1.5", "A036203")]
    [InlineData("end=-1", "A036204")]
    public async Task A_wrong_page_is_refused(string query, string code)
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await api.GetAsync("/service/get/list?" + query, owner: true);

        Assert.Equal((400, code), (reply.Status, reply.Code));
    }

    private static JsonObject Service(params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        var service = new JsonObject { ["supportedResponseTypes"] = new JsonArray("CODE") };
        foreach (var (name, value) in fields)
        {
            service[name] = value;
        }

        return service;
    }
}
