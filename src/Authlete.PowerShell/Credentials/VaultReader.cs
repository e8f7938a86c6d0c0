using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Credentials;

/// <summary>Reads entries of SecretManagement vaults.</summary>
internal sealed class VaultReader(VaultCommands commands)
{
    /// <param name="name">The name of the entry.</param>
    /// <param name="vault">The name of the vault; null for all.</param>
    /// <param name="source">The description of the entry, for errors.</param>
    public object? GetSecret(string name, string? vault, string source)
    {
        try
        {
            var found = commands.Run("Get-Secret", "read " + source, ("Name", name), ("Vault", vault));
            return found.Count == 1
                ? PlainValues.Unwrap(found[0])
                : throw SetupErrors.SecretNotFound(source, found.Count == 0 ? "it doesn't exist." : "there are several.");
        }
        catch (VaultException e)
        {
            throw SetupErrors.SecretNotFound(source, e.Message);
        }
    }
}
