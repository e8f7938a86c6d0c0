using System;
using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class MutualTlsTests
{
    private const string BoundTokens = "tlsClientCertificateBoundAccessTokens";

    private static readonly DateTimeOffset s_begin = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_end = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("tlsClientAuthSubjectDn", "CN=client,O=Example", "CN=other,O=Example", "A157343")]
    [InlineData("tlsClientAuthSanDns", "client.example.com", "other.example.com", "A157346")]
    [InlineData("tlsClientAuthSanUri", "https://client.example.com/", "https://other.example.com/", "A157347")]
    [InlineData("tlsClientAuthSanIp", "192.0.2.1", "192.0.2.2", "A157348")]
    [InlineData("tlsClientAuthSanEmail", "client@example.com", "other@example.com", "A157349")]
    public async Task The_subject_of_the_certificate_is_compared(string member, string registered, string other, string code)
    {
        await using var api = await SandboxApi.StartAsync();
        using var certificate = Create("CN=client, O=Example");
        await api.ChangeClientAsync(api.Client.ClientId, ("tokenAuthMethod", "TLS_CLIENT_AUTH"), (member, registered));

        var reply = await AskAsync(api, certificate.ExportCertificatePem());
        Assert.Equal(("OK", "TLS_CLIENT_AUTH"), (reply.Action, reply["clientAuthMethod"]));

        await api.ChangeClientAsync(api.Client.ClientId, (member, other));
        reply = await AskAsync(api, certificate.ExportCertificatePem());
        Assert.Equal((code, "INVALID_CLIENT"), (reply.Code, reply.Action));
    }

    [Fact]
    public async Task A_certificate_must_be_there_and_be_one()
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeClientAsync(
            api.Client.ClientId,
            ("tokenAuthMethod", "TLS_CLIENT_AUTH"),
            ("tlsClientAuthSanDns", "client.example.com")
        );

        Assert.Equal("A157327", (await AskAsync(api, null)).Code);
        Assert.Equal("A157328", (await AskAsync(api, "no certificate")).Code);
    }

    [Fact]
    public async Task The_service_may_demand_a_trusted_root()
    {
        await using var api = await SandboxApi.StartAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=root", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var root = request.CreateSelfSigned(s_begin, s_end);
        using var trusted = Create("CN=client", root);
        using var untrusted = Create("CN=client");
        await api.ChangeClientAsync(api.Client.ClientId, ("tokenAuthMethod", "TLS_CLIENT_AUTH"), ("tlsClientAuthSubjectDn", "CN=client"));
        await api.ChangeServiceAsync(("mutualTlsValidatePkiCertChain", true));
        Assert.Equal("A157335", (await AskAsync(api, trusted.ExportCertificatePem())).Code);

        await api.ChangeServiceAsync(("trustedRootCertificates", new JsonArray(root.ExportCertificatePem())));

        Assert.Equal("OK", (await AskAsync(api, trusted.ExportCertificatePem())).Action);
        Assert.Equal("A157339", (await AskAsync(api, untrusted.ExportCertificatePem())).Code);
        api.Clock.Advance(TimeSpan.FromDays(366));
        Assert.Equal("A157339", (await AskAsync(api, trusted.ExportCertificatePem())).Code);
    }

    [Fact]
    public async Task A_self_signed_certificate_is_compared_with_the_registered_one()
    {
        await using var api = await SandboxApi.StartAsync();
        using var certificate = Create("CN=client");
        using var other = Create("CN=client");
        await api.ChangeClientAsync(api.Client.ClientId, ("tokenAuthMethod", "SELF_SIGNED_TLS_CLIENT_AUTH"));
        Assert.Equal("A157329", (await AskAsync(api, certificate.ExportCertificatePem())).Code);
        await api.ChangeClientAsync(api.Client.ClientId, ("jwks", JwkSet(certificate, withCertificate: false)));
        Assert.Equal("A157330", (await AskAsync(api, certificate.ExportCertificatePem())).Code);

        await api.ChangeClientAsync(api.Client.ClientId, ("jwks", JwkSet(certificate, withCertificate: true)));

        Assert.Equal("OK", (await AskAsync(api, certificate.ExportCertificatePem())).Action);
        Assert.Equal("A157333", (await AskAsync(api, other.ExportCertificatePem())).Code);
        await api.ChangeClientAsync(api.Client.ClientId, ("selfSignedCertificateKeyId", "another"));
        Assert.Equal("A157329", (await AskAsync(api, certificate.ExportCertificatePem())).Code);
    }

    [Fact]
    public async Task A_token_may_be_bound_to_the_certificate()
    {
        await using var api = await SandboxApi.StartAsync();
        using var certificate = Create("CN=client");
        using var other = Create("CN=client");
        var pem = certificate.ExportCertificatePem();
        await api.ChangeServiceAsync((BoundTokens, true));
        await api.ChangeClientAsync(api.Client.ClientId, (BoundTokens, true));

        var token = await AskAsync(api, pem);

        var thumbprint = Base64Url.EncodeToString(SHA256.HashData(certificate.RawData));
        var good = await IntrospectAsync(api, token, pem);
        Assert.Equal(("OK", thumbprint), (good.Action, good["certificateThumbprint"]));
        Assert.Equal(("A065304", "UNAUTHORIZED"), Outcome(await IntrospectAsync(api, token, null)));
        Assert.Equal(("A065305", "UNAUTHORIZED"), Outcome(await IntrospectAsync(api, token, other.ExportCertificatePem())));
        Assert.Equal(("A065307", "UNAUTHORIZED"), Outcome(await IntrospectAsync(api, token, "no certificate")));
        var standard = await api.SendFormAsync("/auth/introspection/standard", ("token", token["accessToken"]!));
        Assert.Equal(thumbprint, (string?)standard.Content["cnf"]!["x5t#S256"]);
        Assert.Equal("A048351", (await AskAsync(api, null)).Code);
        Assert.Equal("A244309", (await AskAsync(api, "no certificate")).Code);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Service_and_client_must_both_want_the_binding(bool service, bool client)
    {
        await using var api = await SandboxApi.StartAsync();
        await api.ChangeServiceAsync((BoundTokens, service));
        await api.ChangeClientAsync(api.Client.ClientId, (BoundTokens, client));

        var token = await AskAsync(api, null);

        Assert.Equal("OK", (await IntrospectAsync(api, token, null)).Action);
    }

    [Fact]
    public async Task A_token_made_by_the_caller_may_be_bound_too()
    {
        await using var api = await SandboxApi.StartAsync();
        using var certificate = Create("CN=client");

        var token = await api.PostAsync(
            "/auth/token/create",
            new JsonObject
            {
                ["grantType"] = "CLIENT_CREDENTIALS",
                ["clientId"] = api.Client.ClientId,
                ["certificateThumbprint"] = Base64Url.EncodeToString(SHA256.HashData(certificate.RawData)),
            }
        );

        Assert.Equal("A065304", (await IntrospectAsync(api, token, null)).Code);
        Assert.Equal("OK", (await IntrospectAsync(api, token, certificate.ExportCertificatePem())).Action);
        await api.PostAsync(
            "/auth/token/update",
            new JsonObject { ["accessToken"] = token["accessToken"], ["certificateThumbprint"] = "another" }
        );
        Assert.Equal("A065305", (await IntrospectAsync(api, token, certificate.ExportCertificatePem())).Code);
    }

    private static (string? Code, string? Action) Outcome(ApiReply reply) => (reply.Code, reply.Action);

    private static Task<ApiReply> AskAsync(SandboxApi api, string? certificate) =>
        api.AsClientAsync("/auth/token", [("clientCertificate", certificate)], ("grant_type", "client_credentials"));

    private static Task<ApiReply> IntrospectAsync(SandboxApi api, ApiReply token, string? certificate) =>
        api.PostAsync("/auth/introspection", new JsonObject { ["token"] = token["accessToken"], ["clientCertificate"] = certificate });

    private static X509Certificate2 Create(string subject, X509Certificate2? issuer = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("client.example.com");
        names.AddUri(new Uri("https://client.example.com/"));
        names.AddIpAddress(IPAddress.Parse("192.0.2.1"));
        names.AddEmailAddress("client@example.com");
        request.CertificateExtensions.Add(names.Build());
        return issuer is null ? request.CreateSelfSigned(s_begin, s_end) : request.Create(issuer, s_begin, s_end, [1]);
    }

    private static string JwkSet(X509Certificate2 certificate, bool withCertificate)
    {
        using var key = certificate.GetECDsaPublicKey()!;
        var set = (JsonObject)JsonNode.Parse(Jws.JwkSet(key))!;
        if (withCertificate)
        {
            set["keys"]![0]!["x5c"] = new JsonArray(Convert.ToBase64String(certificate.RawData));
        }

        return set.ToJsonString();
    }
}
