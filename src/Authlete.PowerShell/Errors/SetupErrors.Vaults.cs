using System.Management.Automation;

namespace Authlete.PowerShell.Errors;

// Errors of secrets that are written to a vault.
internal static partial class SetupErrors
{
    public static SetupException OutVaultWithoutSecretName() =>
        new("VaultWithoutSecretName", ErrorCategory.InvalidArgument, "-OutVault requires -OutSecretName.");

    public static SetupException VaultNotFound(string reason) => new("VaultNotFound", ErrorCategory.ObjectNotFound, reason);

    public static SetupException InvalidSecretName(string reason) => new("InvalidSecretName", ErrorCategory.InvalidArgument, reason);

    /// <summary>Several objects would share an entry.</summary>
    public static SetupException SecretNameTaken(string entry, string first, string second, string placeholder) =>
        new(
            "SecretNameTaken",
            ErrorCategory.ResourceExists,
            $"The secrets of the {first} and of the {second} would be written to the same entry '{entry}'. To get an entry for each, add {{{placeholder}}} to -OutSecretName.",
            entry
        );

    /// <summary>An entry belongs to another object.</summary>
    public static SetupException SecretNameTaken(string place, string owner) =>
        new(
            "SecretNameTaken",
            ErrorCategory.ResourceExists,
            $"{ToSentence(place)} contains the credential of {owner}, which would be lost. Nothing was changed. Specify another name, or remove the entry with Remove-Secret.",
            owner
        );

    public static SetupException SecretNotWritten(string place, string target, string reason) =>
        new(
            "SecretNotWritten",
            ErrorCategory.WriteError,
            $"{ToSentence(place)} couldn't be written, so nothing was changed at the service. {reason}",
            target
        );

    public static SetupException SecretNotStored(string place, string target, string reason) =>
        new("SecretNotStored", ErrorCategory.WriteError, $"{ToSentence(place)} couldn't be written. {reason}", target);

    public static SetupException SecretNotRestored(string place, string target, string reason) =>
        new(
            "SecretNotRestored",
            ErrorCategory.WriteError,
            $"{ToSentence(place)} contains a secret that isn't in force, and couldn't be restored. {reason}",
            target
        );

    public static SetupException SecretNotConfirmed(string target, string reason) =>
        new("SecretNotConfirmed", ErrorCategory.InvalidResult, reason, target);

    private static string ToSentence(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
