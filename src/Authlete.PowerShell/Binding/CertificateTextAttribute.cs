using System;
using System.Collections;
using System.Linq;
using System.Security.Cryptography.X509Certificates;

namespace Authlete.PowerShell.Binding;

/// <summary>A certificate or a chain of certificates. Accepts PEM text or X509Certificate2.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CertificateTextAttribute : InputTransformationAttribute
{
    private protected override object? Transform(object? value) =>
        value switch
        {
            null => null,
            string text when text.Length == 0 || text.IndexOf("-----BEGIN", StringComparison.Ordinal) >= 0 => text,
            string => throw new FormatException(
                "PEM text is expected here, which has a line -----BEGIN CERTIFICATE-----, or an X509Certificate2. To read a file, use Get-Content -Raw."
            ),
            X509Certificate2 certificate => Certificates.ToPem(certificate),
            IEnumerable certificates => certificates.Cast<object?>().Select(item => (string?)Transform(PlainValues.Unwrap(item))).ToArray(),
            _ => throw new FormatException("PEM text or an X509Certificate2 is expected here."),
        };
}
