using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;
using static Authlete.Sandbox.Tests.Support.RegistrationSteps;

namespace Authlete.Sandbox.Tests;

public sealed class DynamicRegistrationTests
{
    [Fact]
    public async Task A_client_registers_itself()
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await RegisterAsync(api, """{"client_name":"Dynamic","client_name#ja":"動的"}""");

        Assert.Equal((200, "A202001", "CREATED"), (reply.Status, reply.Code, reply.Action));
        var client = reply.Json["client"]!;
        Assert.Equal("Dynamic", (string?)client["clientName"]);
        Assert.Equal("ja", (string?)client["clientNames"]![0]!["tag"]);
        Assert.Equal(("CONFIDENTIAL", "CLIENT_SECRET_BASIC"), ((string?)client["clientType"], (string?)client["tokenAuthMethod"]));
        Assert.Equal(("RS256", "PUBLIC"), ((string?)client["idTokenSignAlg"], (string?)client["subjectType"]));
        Assert.True((bool)client["dynamicallyRegistered"]!);
        Assert.Equal("authlete_" + api.Server.ServiceApiKey, (string?)client["developer"]);

        var id = client["clientId"]!.ToString();
        var content = reply.Content;
        Assert.Equal(id, (string?)content["client_id"]);
        Assert.Equal((string?)client["clientSecret"], (string?)content["client_secret"]);
        Assert.Equal(0, (int)content["client_secret_expires_at"]!);
        Assert.Equal(api.Clock.GetUtcNow().ToUnixTimeSeconds(), (long)content["client_id_issued_at"]!);
        Assert.Equal("https://as.example.com/register/" + id, (string?)content["registration_client_uri"]);
        Assert.Equal(43, ((string)content["registration_access_token"]!).Length);
        Assert.Equal("client_secret_basic", (string?)content["token_endpoint_auth_method"]);
        Assert.Equal("動的", (string?)content["client_name#ja"]);
        Assert.True(JsonNode.DeepEquals(client, (await api.GetAsync("/client/get/" + id)).Json));
    }

    [Fact]
    public async Task All_members_come_back_as_they_were_sent()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeServiceAsync(("supportedCustomClientMetadata", new JsonArray("department")));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var metadata = new JsonObject
        {
            ["redirect_uris"] = new JsonArray("https://app.example.com/callback"),
            ["grant_types"] = new JsonArray("authorization_code", "implicit", "refresh_token", "urn:openid:params:grant-type:ciba"),
            ["response_types"] = new JsonArray("code", "code id_token"),
            ["token_endpoint_auth_method"] = "private_key_jwt",
            ["token_endpoint_auth_signing_alg"] = "ES256",
            ["application_type"] = "web",
            ["contacts"] = new JsonArray("admin@example.com"),
            ["client_uri"] = "https://app.example.com/",
            ["jwks"] = JsonNode.Parse(Jws.JwkSet(key)),
            ["software_id"] = "soft-1",
            ["software_version"] = "2",
            ["subject_type"] = "pairwise",
            ["id_token_signed_response_alg"] = "ES256",
            ["id_token_encrypted_response_alg"] = "ECDH-ES+A128KW",
            ["id_token_encrypted_response_enc"] = "A128CBC-HS256",
            ["userinfo_signed_response_alg"] = "none",
            ["request_object_signing_alg"] = "PS256",
            ["default_max_age"] = 60,
            ["require_auth_time"] = true,
            ["default_acr_values"] = new JsonArray("1"),
            ["initiate_login_uri"] = "https://app.example.com/login",
            ["request_uris"] = new JsonArray("https://app.example.com/request#1"),
            ["backchannel_token_delivery_mode"] = "ping",
            ["backchannel_client_notification_endpoint"] = "https://app.example.com/ciba",
            ["require_pushed_authorization_requests"] = true,
            ["department"] = "sales",
        };

        var reply = await RegisterAsync(api, metadata.ToJsonString());

        Assert.Equal("A202001", reply.Code);
        foreach (var (name, value) in metadata)
        {
            Assert.True(JsonNode.DeepEquals(value, reply.Content[name]), $"{name}: {reply.Content[name]?.ToJsonString()}");
        }

        var client = reply.Json["client"]!;
        Assert.Equal("""["AUTHORIZATION_CODE","IMPLICIT","REFRESH_TOKEN","CIBA"]""", client["grantTypes"]!.ToJsonString());
        Assert.Equal("""["CODE","CODE_ID_TOKEN"]""", client["responseTypes"]!.ToJsonString());
        Assert.Equal("ECDH_ES_A128KW", (string?)client["idTokenEncryptionAlg"]);
        Assert.Equal("A128CBC_HS256", (string?)client["idTokenEncryptionEnc"]);
        Assert.Equal("""{"department":"sales"}""", (string?)client["customMetadata"]);
    }

    [Theory]
    [InlineData("token_endpoint_auth_signing_alg", "HS256", "tokenAuthSignAlg", "HS256")]
    [InlineData("id_token_signed_response_alg", "EdDSA", "idTokenSignAlg", "EdDSA")]
    [InlineData("id_token_encrypted_response_alg", "RSA-OAEP-256", "idTokenEncryptionAlg", "RSA_OAEP_256")]
    [InlineData("userinfo_signed_response_alg", "none", "userInfoSignAlg", "NONE")]
    [InlineData("userinfo_encrypted_response_alg", "dir", "userInfoEncryptionAlg", "DIR")]
    [InlineData("request_object_signing_alg", "ES256", "requestSignAlg", "ES256")]
    [InlineData("request_object_encryption_alg", "ECDH-ES", "requestEncryptionAlg", "ECDH_ES")]
    [InlineData("authorization_signed_response_alg", "PS256", "authorizationSignAlg", "PS256")]
    [InlineData("authorization_encrypted_response_alg", "PBES2-HS256+A128KW", "authorizationEncryptionAlg", "PBES2_HS256_A128KW")]
    [InlineData("backchannel_authentication_request_signing_alg", "ES256", "bcRequestSignAlg", "ES256")]
    [InlineData("application_type", "native", "applicationType", "NATIVE")]
    [InlineData("subject_type", "public", "subjectType", "PUBLIC")]
    [InlineData("backchannel_token_delivery_mode", "poll", "bcDeliveryMode", "POLL")]
    [InlineData("token_endpoint_auth_method", "client_secret_post", "tokenAuthMethod", "CLIENT_SECRET_POST")]
    [InlineData("tls_client_auth_subject_dn", "CN=client", "tlsClientAuthSubjectDn", "CN=client")]
    [InlineData("tls_client_auth_san_dns", "client.example.com", "tlsClientAuthSanDns", "client.example.com")]
    [InlineData("jwks_uri", "https://app.example.com/jwks", "jwksUri", "https://app.example.com/jwks")]
    [InlineData("sector_identifier_uri", "https://app.example.com/sector", "sectorIdentifierUri", "https://app.example.com/sector")]
    [InlineData("initiate_login_uri", "https://app.example.com/login", "loginUri", "https://app.example.com/login")]
    [InlineData("tos_uri", "https://app.example.com/tos", "tosUri", "https://app.example.com/tos")]
    [InlineData("software_id", "soft-1", "softwareId", "soft-1")]
    public async Task A_metadata_member_sets_its_field_and_is_returned(string member, string value, string field, string expected)
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await RegisterAsync(api, new JsonObject { [member] = value }.ToJsonString());

        Assert.Equal(expected, (string?)reply.Json["client"]![field]);
        Assert.Equal(value, (string?)reply.Content[member]);
    }

    [Theory]
    [InlineData("tls_client_certificate_bound_access_tokens", "tlsClientCertificateBoundAccessTokens")]
    [InlineData("dpop_bound_access_tokens", "dpopRequired")]
    [InlineData("backchannel_user_code_parameter", "bcUserCodeRequired")]
    [InlineData("require_pushed_authorization_requests", "parRequired")]
    [InlineData("require_signed_request_object", "requestObjectRequired")]
    [InlineData("require_auth_time", "authTimeRequired")]
    public async Task A_flag_sets_its_field_and_is_false_without(string member, string field)
    {
        await using var api = await SandboxApi.StartAsync();

        var set = await RegisterAsync(api, new JsonObject { [member] = true }.ToJsonString());
        var unset = await RegisterAsync(api, "{}");

        Assert.True((bool)set.Json["client"]![field]!);
        Assert.True((bool)set.Content[member]!);
        Assert.False((bool)unset.Json["client"]![field]!);
        Assert.False((bool)unset.Content[member]!);
    }

    [Fact]
    public async Task A_public_client_gets_no_secret_and_custom_metadata_must_be_known()
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await RegisterAsync(api, """{"token_endpoint_auth_method":"none","department":"sales"}""");

        Assert.Equal("PUBLIC", (string?)reply.Json["client"]!["clientType"]);
        Assert.Null(reply.Content["client_secret"]);
        Assert.Null(reply.Content["department"]);
    }

    [Theory]
    [InlineData(true, "accounts payments")]
    [InlineData(false, null)]
    public async Task Scope_limits_the_client_where_the_service_says_so(bool used, string? expected)
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeServiceAsync(("dcrScopeUsedAsRequestable", used));

        var reply = await RegisterAsync(api, """{"scope":"payments nothing accounts"}""");

        Assert.Equal(expected, (string?)reply.Content["scope"]);
        Assert.Equal(used, (bool)reply.Json["client"]!["extension"]!["requestableScopesEnabled"]!);
    }

    [Theory]
    [InlineData("", "A203302")]
    [InlineData("x", "A203303")]
    [InlineData("[]", "A203303")]
    [InlineData("""{"jwks":{"keys":[]},"jwks_uri":"https://a.example.com"}""", "A204301")]
    [InlineData("""{"grant_types":["authorization_code"],"response_types":["token"]}""", "A204302")]
    [InlineData("""{"grant_types":["implicit"]}""", "A204303")]
    [InlineData("""{"grant_types":["client_credentials"],"response_types":["code"]}""", "A204304")]
    [InlineData("""{"grant_types":["authorization_code"],"response_types":["code id_token"]}""", "A204305")]
    [InlineData("""{"redirect_uris":"https://a.example.com"}""", "A204306")]
    [InlineData("""{"contacts":[1]}""", "A204306")]
    [InlineData("""{"logo_uri":"logo.png"}""", "A204307")]
    [InlineData("""{"client_name":1}""", "A204308")]
    [InlineData("""{"scope":["accounts"]}""", "A204308")]
    [InlineData("""{"default_max_age":"1"}""", "A204309")]
    [InlineData("""{"require_auth_time":"true"}""", "A204310")]
    [InlineData("""{"jwks":"{}"}""", "A204311")]
    [InlineData("""{"subject_type":"pairwise","redirect_uris":["https://a.example.com","https://b.example.com"]}""", "A204312")]
    [InlineData("""{"initiate_login_uri":"http://a.example.com"}""", "A204313")]
    [InlineData("""{"application_type":"desktop"}""", "A031201")]
    [InlineData("""{"grant_types":["magic"],"response_types":[]}""", "A031201")]
    [InlineData("""{"id_token_signed_response_alg":"rs256"}""", "A031201")]
    [InlineData("""{"default_max_age":-1}""", "A031213")]
    [InlineData("""{"jwks":{}}""", "A031212")]
    [InlineData("""{"id_token_encrypted_response_enc":"A128GCM"}""", "A032211")]
    public async Task Wrong_metadata_is_refused(string metadata, string code)
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await RegisterAsync(api, metadata);

        Assert.Equal((200, code, "BAD_REQUEST"), (reply.Status, reply.Code, reply.Action));
        Assert.Equal("invalid_client_metadata", (string?)reply.Content["error"]);
        Assert.Null(reply.Json["client"]);
        Assert.Equal("2", (await api.GetAsync("/client/get/list"))["totalCount"]);
    }

    [Theory]
    [InlineData("https://a.example.com/#x", "A031210")]
    [InlineData("callback", "A031209")]
    public async Task A_wrong_redirect_URI_has_an_error_of_its_own(string uri, string code)
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await RegisterAsync(api, new JsonObject { ["redirect_uris"] = new JsonArray(uri) }.ToJsonString());

        Assert.Equal(code, reply.Code);
        Assert.Equal("invalid_redirect_uri", (string?)reply.Content["error"]);
    }

    [Fact]
    public async Task A_software_statement_is_not_approved()
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await RegisterAsync(api, """{"software_statement":"a.b.c"}""");

        Assert.Equal(("A205305", "BAD_REQUEST"), (reply.Code, reply.Action));
        Assert.Equal("unapproved_software_statement", (string?)reply.Content["error"]);
    }

    [Fact]
    public async Task A_registered_client_gets_a_token_with_its_secret()
    {
        await using var api = await SandboxApi.StartAsync();
        var created = await RegisterAsync(api, """{"grant_types":["client_credentials"],"response_types":[]}""");

        var reply = await api.PostAsync(
            "/auth/token",
            new JsonObject
            {
                ["parameters"] = "grant_type=client_credentials",
                ["clientId"] = (string?)created.Content["client_id"],
                ["clientSecret"] = (string?)created.Content["client_secret"],
            }
        );

        Assert.Equal("OK", reply.Action);
    }
}
