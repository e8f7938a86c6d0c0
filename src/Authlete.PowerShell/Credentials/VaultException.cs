using System;
using System.Management.Automation;

namespace Authlete.PowerShell.Credentials;

/// <summary>Thrown if a vault command fails. The message is the vault's own.</summary>
internal sealed class VaultException : Exception
{
    private static readonly char[] s_lineBreaks = ['\r', '\n'];

    public VaultException(string message)
        : base(message) { }

    public VaultException(RuntimeException error)
        : base(string.Join(" ", Describe(error.ErrorRecord.Exception).Split(s_lineBreaks, StringSplitOptions.RemoveEmptyEntries))) { }

    /// <summary>
    /// Returns the vault's own message. The outer exception says only that ErrorAction was Stop, and SecretManagement puts the reason in the inner
    /// exception.
    /// </summary>
    private static string Describe(Exception error) =>
        error.InnerException is { Message: { Length: > 0 } reason } && error.Message.IndexOf(reason, StringComparison.Ordinal) < 0
            ? error.Message.TrimEnd('.') + ": " + reason
            : error.Message;
}
