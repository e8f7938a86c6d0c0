using System;
using System.IO;
using System.Management.Automation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Binding;

/// <summary>Converts certificates to PEM.</summary>
internal static class Certificates
{
    private const string PemHeader = "-----BEGIN CERTIFICATE-----";

    /// <summary>Reads a certificate from a PEM or DER file.</summary>
    public static string ReadFile(SessionState session, string path)
    {
        try
        {
            var resolved = session.Path.GetUnresolvedProviderPathFromPSPath(path);
            var text = File.ReadAllText(resolved);
            var first = text.IndexOf(PemHeader, StringComparison.Ordinal);
            if (first >= 0)
            {
                return text.IndexOf(PemHeader, first + 1, StringComparison.Ordinal) < 0
                    ? text
                    : throw SetupErrors.InvalidArgument(
                        "The file "
                            + path
                            + " contains several certificates. Specify a file with only the client's certificate, and specify the chain with -ClientCertificatePath."
                    );
            }

#pragma warning disable SYSLIB0057 // The loader that replaces it is not in .NET Standard 2.0.
            using var certificate = new X509Certificate2(File.ReadAllBytes(resolved));
#pragma warning restore SYSLIB0057
            return ToPem(certificate);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or NotSupportedException)
        {
            throw SetupErrors.FileNotReadable(path, e.Message);
        }
    }

    public static string ToPem(X509Certificate2 certificate) =>
        "-----BEGIN CERTIFICATE-----\n"
        + Convert.ToBase64String(certificate.Export(X509ContentType.Cert), Base64FormattingOptions.InsertLineBreaks).Replace("\r\n", "\n")
        + "\n-----END CERTIFICATE-----\n";
}
