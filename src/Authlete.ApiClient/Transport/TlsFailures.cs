using System;
using System.Linq;

namespace Authlete.ApiClient.Transport;

/// <summary>Explains why a TLS handshake failed. Runtimes report the cause only in the exception's message, by names that are not localized.</summary>
internal static class TlsFailures
{
    private static readonly (string[] Names, string Reason, string Advice)[] s_causes =
    [
        (
            ["NotTimeValid", "CertificateExpired", "certificate expired"],
            "the server's certificate has expired or is not valid yet",
            "Renew the server's certificate, or check the clock of this machine."
        ),
        (
            ["RemoteCertificateNameMismatch"],
            "the server's certificate is for another host name",
            "Use the host name that the certificate is for in the base URI, and check that a proxy doesn't answer in the server's place."
        ),
        (
            ["Revoked", "CertificateRevoked"],
            "the server's certificate was revoked",
            "Replace the server's certificate. Until then, don't send a secret to this server."
        ),
        (
            ["UntrustedRoot", "PartialChain", "UnknownCA", "unknown ca"],
            "the issuer of the server's certificate isn't trusted here",
            "Add the issuer's root certificate to those that this machine trusts, and let the server send its intermediate certificates. A proxy that inspects TLS has its own issuer. For tests only, use Connect-Authlete -SkipCertificateCheck."
        ),
        (
            ["ProtocolVersion", "protocol version", "algorithm", "UNSUPPORTED_PROTOCOL", "NO_PROTOCOLS_AVAILABLE"],
            "the server and this machine share no version of TLS",
            "Let the server accept TLS 1.2 or 1.3."
        ),
        (
            ["HandshakeFailure", "handshake failure", "InsufficientSecurity"],
            "the server ended the handshake: there is no common cipher, or it requires a client certificate",
            "Check the TLS settings of the server, and whether a gateway in front of it requires a client certificate."
        ),
        (
            ["frame size", "corrupted frame", "WRONG_VERSION_NUMBER", "unexpected packet", "UnrecognizedName"],
            "the server doesn't speak TLS on this port, or doesn't serve this host name",
            "Check the port and the host name in the base URI."
        ),
        (
            ["EOF", "unexpected EOF", "0 bytes from the transport stream"],
            "the connection was closed during the handshake",
            "Check the port in the base URI, and what is between here and the server: a firewall or a proxy may close the connection."
        ),
    ];

    /// <summary>Returns the cause and the remedy; general ones if the cause is unknown.</summary>
    public static (string Reason, string Advice) Explain(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            foreach (var (names, reason, advice) in s_causes)
            {
                if (names.Any(name => e.Message.IndexOf(name, StringComparison.Ordinal) >= 0))
                {
                    return (reason, advice);
                }
            }
        }

        return (exception.Message, "Check the certificate and the TLS settings of the server.");
    }
}
