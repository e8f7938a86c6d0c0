using System.Management.Automation;
using System.Security;

namespace Authlete.PowerShell.Binding;

/// <summary>Reads the text of values with secrets.</summary>
internal static class SecretValues
{
    /// <summary>Returns a string, the content of a SecureString, or the password of a credential; null for other values.</summary>
    public static string? FindText(object? value) =>
        PlainValues.Unwrap(value) switch
        {
            string text => text,
            SecureString secret => TextValues.Reveal(secret),
            PSCredential credential => TextValues.Reveal(credential.Password),
            _ => null,
        };
}
