using System;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>TLS that is refused, and where it is not.</summary>
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
    public async Task An_untrusted_certificate_is_taken_where_that_is_asked_for()
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

    internal static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

        // Some platforms want a key that was stored before they use it.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
