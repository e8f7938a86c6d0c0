using System;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>TLS handshakes that fail, and servers without TLS.</summary>
public sealed class TlsTests
{
    [Fact]
    public async Task A_port_that_speaks_no_TLS_fails()
    {
        await using var server = RawServer.Connecting(
            async (_, connection) =>
            {
                await connection.WaitForByteAsync();
                await connection.AnswerAsync("400 Bad Request", "plain HTTP only", "text/plain");
            }
        );

        var error = await Calls.To(server.BaseUri("https")).FailAsync(Calls.Info());

        Assert.Contains(error.ErrorId, new[] { "TlsFailure", "ConnectionFailure" });
    }

    [Fact]
    public async Task An_untrusted_certificate_is_refused_before_anything_is_sent()
    {
        using var certificate = SelfSigned();
        var received = 0;
        await using var server = RawServer.Connecting(
            async (_, connection) =>
            {
                await connection.SecureAsync(certificate);
                received += await connection.ReadRequestAsync() is null ? 0 : 1;
            }
        );

        var error = await Calls.To(server.BaseUri("https")).FailAsync(Calls.Info());

        Assert.Equal("TlsFailure", error.ErrorId);
        Assert.Equal(0, received);
    }

    [Fact]
    public async Task An_untrusted_certificate_is_accepted_on_request()
    {
        using var certificate = SelfSigned();
        await using var server = RawServer.Connecting(
            async (_, connection) =>
            {
                await connection.SecureAsync(certificate);
                await connection.ReadRequestAsync();
                await connection.AnswerAsync(Calls.Info());
            }
        );

        var answer = await Calls.To(server.BaseUri("https"), skipCertificateCheck: true).CallAsync(Calls.Info());

        Assert.Equal(200, answer.StatusCode);
    }

    [Theory]
    [InlineData(-10, -1, "127.0.0.1", "expired", "clock")]
    [InlineData(1, 10, "127.0.0.1", "not valid yet", "clock")]
    [InlineData(-1, 1, "other.example.com", "another host name", "host name")]
    [InlineData(-1, 1, "127.0.0.1", "issuer", "root certificate")]
    public async Task The_cause_of_a_rejected_certificate_is_reported_with_a_remedy(
        int fromDays,
        int toDays,
        string name,
        string cause,
        string advice
    )
    {
        using var certificate = SelfSigned(fromDays, toDays, name);
        await using var server = RawServer.Connecting((_, connection) => connection.SecureAsync(certificate));

        var error = await Calls.To(server.BaseUri("https")).FailAsync(Calls.Info());

        Assert.Equal("TlsFailure", error.ErrorId);
        Assert.Contains(cause, error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, error.Advice!, StringComparison.Ordinal);
        Assert.Equal(RequestReach.NeverSent, error.Reach);
    }

    [Fact]
    public async Task A_server_with_an_old_TLS_version_is_distinguished_from_one_that_is_not_trusted()
    {
        // A fatal alert, protocol_version (RFC 8446 section 6).
        await using var server = RawServer.Connecting(
            async (_, connection) =>
            {
                await connection.WaitForByteAsync();
                await connection.SendAsync([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x46]);
            }
        );

        var error = await Calls.To(server.BaseUri("https")).FailAsync(Calls.Info());

        Assert.Equal("TlsFailure", error.ErrorId);
        Assert.Contains("version of TLS", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SkipCertificateCheck", error.Advice!, StringComparison.Ordinal);
    }

    internal static X509Certificate2 SelfSigned(int fromDays = -1, int toDays = 1, string name = "127.0.0.1")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(name);
        }

        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(fromDays), DateTimeOffset.UtcNow.AddDays(toDays));

        // Some platforms can't use a key that exists only in memory.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
