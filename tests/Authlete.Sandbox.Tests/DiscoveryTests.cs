using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class DiscoveryTests
{
    [Fact]
    public async Task The_document_is_compact_or_indented()
    {
        await using var api = await SandboxApi.StartAsync();

        var compact = await api.GetAsync("/service/configuration");
        var pretty = await api.GetAsync("/service/configuration?pretty=true");

        Assert.Equal("https://as.example.com", compact["issuer"]);
        Assert.Equal("https://as.example.com/register", compact["registration_endpoint"]);
        Assert.Null(compact.Code);
        Assert.DoesNotContain('\n', compact.Text);
        Assert.Contains('\n', pretty.Text);
        Assert.True(JsonNode.DeepEquals(compact.Json, pretty.Json));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("TRUE", true)]
    [InlineData("false", false)]
    [InlineData("1", false)]
    public async Task A_Boolean_in_a_query_may_be_in_any_case(string value, bool expected)
    {
        await using var api = await SandboxApi.StartAsync();

        var configuration = await api.GetAsync("/service/configuration?pretty=" + value);
        var keys = await api.GetAsync($"/service/jwks/get?pretty={value}&includePrivateKeys={value}");

        Assert.Equal(expected, configuration.Text.Contains('\n'));
        Assert.Equal(expected, keys.Text.Contains('\n'));
        Assert.Equal(expected, keys.Json["keys"]!.AsArray().Any(key => key!["d"] is not null));
    }

    [Fact]
    public async Task Metadata_has_the_settings_that_are_set_and_no_others()
    {
        await using var api = await SandboxApi.StartAsync();
        var service = await api.CreateServiceAsync();
        api.UseService(service["apiKey"]!.ToString(), (string)service["apiSecret"]!);
        var bare = (await api.GetAsync("/service/configuration")).Json;
        foreach (var name in new[] { "issuer", "grant_management_endpoint", "grant_management_actions_supported", "mtls_endpoint_aliases" })
        {
            Assert.False(bare.ContainsKey(name));
        }

        api.UseService(api.Server.ServiceApiKey, api.Server.ServiceApiSecret);

        await api.ChangeServiceAsync(
            ("grantManagementEndpoint", "https://as.example.com/gm"),
            ("supportedAuthorizationDetailsTypes", new JsonArray("payment")),
            (
                "mtlsEndpointAliases",
                new JsonArray(new JsonObject { ["name"] = "token_endpoint", ["uri"] = "https://mtls.example.com/token" })
            ),
            ("issSuppressed", true)
        );

        var full = (await api.GetAsync("/service/configuration")).Json;
        Assert.Equal("https://as.example.com/gm", (string?)full["grant_management_endpoint"]);
        Assert.Equal("payment", (string?)full["authorization_details_types_supported"]![0]);
        Assert.Equal("https://mtls.example.com/token", (string?)full["mtls_endpoint_aliases"]!["token_endpoint"]);
        Assert.False((bool)full["authorization_response_iss_parameter_supported"]!);
    }

    [Fact]
    public async Task A_patch_changes_the_answer_and_not_the_service()
    {
        await using var api = await SandboxApi.StartAsync();
        const string Patch = """
            [{"op":"test","path":"/issuer","value":"https://as.example.com"},
             {"op":"add","path":"/a~1b","value":{"list":[1,3]}},
             {"op":"add","path":"/a~1b/list/1","value":2},
             {"op":"add","path":"/a~1b/list/-","value":4},
             {"op":"replace","path":"/subject_types_supported/0","value":"secret"},
             {"op":"copy","from":"/issuer","path":"/copied"},
             {"op":"move","from":"/token_endpoint","path":"/moved"},
             {"op":"remove","path":"/jwks_uri"}]
            """;

        var patched = await PatchAsync(api, Patch);

        Assert.Equal(200, patched.Status);
        Assert.Equal("""{"list":[1,2,3,4]}""", patched.Json["a/b"]!.ToJsonString());
        Assert.Equal("""["secret","pairwise"]""", patched.Json["subject_types_supported"]!.ToJsonString());
        Assert.Equal("https://as.example.com", patched["copied"]);
        Assert.Equal("https://as.example.com/token", patched["moved"]);
        Assert.False(patched.Json.ContainsKey("token_endpoint"));
        Assert.False(patched.Json.ContainsKey("jwks_uri"));
        Assert.True((await api.GetAsync("/service/configuration")).Json.ContainsKey("jwks_uri"));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""[{"path":"/issuer"}]""")]
    [InlineData("""[{"op":"turn","path":"/issuer"}]""")]
    [InlineData("""[{"op":"add","path":"/x"}]""")]
    [InlineData("""[{"op":"add","path":"x","value":1}]""")]
    [InlineData("""[{"op":"add","path":"/x/y","value":1}]""")]
    [InlineData("""[{"op":"remove","path":"/x"}]""")]
    [InlineData("""[{"op":"remove","path":""}]""")]
    [InlineData("""[{"op":"replace","path":"/x","value":1}]""")]
    [InlineData("""[{"op":"replace","path":"/subject_types_supported/2","value":1}]""")]
    [InlineData("""[{"op":"replace","path":"/subject_types_supported/00","value":1}]""")]
    [InlineData("""[{"op":"move","from":"/mtls","path":"/x"}]""")]
    [InlineData("""[{"op":"test","path":"/issuer","value":"x"}]""")]
    public async Task A_patch_that_cannot_be_applied_is_refused(string patch)
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await PatchAsync(api, patch);

        Assert.Equal((400, "A000201"), (reply.Status, reply.Code));
        Assert.Contains("patch", reply["resultMessage"]);
    }

    [Fact]
    public async Task Info_names_only_features_whose_operations_answer()
    {
        await using var api = await SandboxApi.StartAsync();

        var features = (await api.GetAsync("/info")).Json["features"]!.AsArray().Select(feature => (string)feature!).ToList();

        Assert.Contains("dcr", features);
        Assert.Contains("hsm", features);
        Assert.DoesNotContain("oidc_federation", features);
        foreach (
            var (feature, path) in new[] { ("ciba", "/backchannel/authentication"), ("deviceflow", "/device/authorization"), ("gm", "/gm") }
        )
        {
            var off = (await api.PostAsync(path, [])).Code == "A001223";
            Assert.Equal(!off, features.Contains(feature));
        }
    }

    private static Task<ApiReply> PatchAsync(SandboxApi api, string patch) =>
        api.GetAsync("/service/configuration?patch=" + Uri.EscapeDataString(patch));
}
