using System;
using System.Collections;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Credentials;

/// <summary>A vault to write secrets to. If an operation fails, it throws a <see cref="VaultException"/>.</summary>
internal sealed class SecretVault
{
    private const string Purpose = "write to a vault";
    private const string NotWritten = "The vault reported no error, but doesn't contain what was written.";

    private readonly VaultCommands _commands;

    private SecretVault(VaultCommands commands, string name) => (_commands, Name) = (commands, name);

    public string Name { get; }

    /// <summary>Finds a vault, without a password prompt.</summary>
    /// <param name="commands">Runs the commands of SecretManagement.</param>
    /// <param name="name">The name of the vault; null for the default vault.</param>
    public static SecretVault Open(VaultCommands commands, string? name)
    {
        try
        {
            var vaults = commands.Run("Get-SecretVault", Purpose, ("Name", name is null ? null : WildcardPattern.Escape(name)));
            var found = vaults.FirstOrDefault(vault => name is not null || LanguagePrimitives.IsTrue(vault.Properties["IsDefault"]?.Value));
            return found?.Properties["Name"]?.Value is string registered
                ? new SecretVault(commands, registered)
                : throw SetupErrors.VaultNotFound(
                    name is null ? "There is no default vault. Specify -OutVault, or run Set-SecretVaultDefault." : DescribeMissing(name)
                );
        }
        catch (VaultException e)
        {
            throw SetupErrors.VaultNotFound(name is null ? e.Message : DescribeMissing(name) + " " + e.Message);
        }
    }

    /// <summary>Reads an entry and its metadata.</summary>
    public SecretEntry Read(string name)
    {
        var found = Run("Get-SecretInfo", ("Name", WildcardPattern.Escape(name)));
        return Find(name, StringComparison.Ordinal) is { } info ? ReadEntry(name, info)
            : Find(name, StringComparison.OrdinalIgnoreCase) is { } similar && TryReadEntry(name, similar) is { } entry ? entry
            : new SecretEntry(name, false, null, null);

        PSObject? Find(string text, StringComparison comparison) =>
            found.FirstOrDefault(info => string.Equals(info.Properties["Name"]?.Value as string, text, comparison));
    }

    /// <summary>Writes a credential to an entry, keeps its metadata, and reads it back, because a vault may fail without an error.</summary>
    public void Write(SecretEntry entry, PSCredential credential)
    {
        Set(entry.Name, credential, entry.Metadata);
        if (!Contains(ReadContent(entry.Name, false), credential))
        {
            throw new VaultException(NotWritten);
        }
    }

    /// <summary>Restores an entry after a credential was, or may have been, written.</summary>
    public void Restore(SecretEntry entry, PSCredential written)
    {
        if (IsAsBefore(entry, written))
        {
            return;
        }

        if (entry.Exists)
        {
            Set(entry.Name, entry.Content!, entry.Metadata);
        }
        else
        {
            _commands.Change("Remove-Secret", Purpose, ("Name", entry.Name), ("Vault", Name));
        }

        if (!IsAsBefore(entry, written))
        {
            throw new VaultException(NotWritten);
        }
    }

    private bool IsAsBefore(SecretEntry entry, PSCredential written)
    {
        var current = Read(entry.Name);
        return current.Exists == entry.Exists && (!current.Exists || (current.Content is { } content && !Contains(content, written)));
    }

    /// <summary>Reads an entry whose name differs in case; returns null if names in the vault are case-sensitive, so that it is another entry.</summary>
    private SecretEntry? TryReadEntry(string name, PSObject info)
    {
        try
        {
            return ReadEntry(name, info);
        }
        catch (VaultException)
        {
            return null;
        }
    }

    private SecretEntry ReadEntry(string name, PSObject info) =>
        new(
            name,
            true,
            ReadContent(name, string.Equals(info.Properties["Type"]?.Value?.ToString(), "String", StringComparison.Ordinal)),
            ToHashtable(PlainValues.Unwrap(info.Properties["Metadata"]?.Value))
        );

    /// <param name="name">The name of the entry.</param>
    /// <param name="isText">Whether the content is text. SecretManagement would return it as a SecureString without a switch.</param>
    private object? ReadContent(string name, bool isText)
    {
        var found = Run("Get-Secret", ("Name", name), ("AsPlainText", isText ? true : null));
        return found.Count == 0 ? null : PlainValues.Unwrap(found[0]);
    }

    private void Set(string name, object content, Hashtable? metadata) =>
        _commands.Change("Set-Secret", Purpose, ("Name", name), ("Secret", content), ("Metadata", metadata), ("Vault", Name));

    private Collection<PSObject> Run(string command, params (string Name, object? Value)[] parameters) =>
        _commands.Run(command, Purpose, [.. parameters, ("Vault", Name)]);

    private static bool Contains(object? content, PSCredential credential) =>
        PlainValues.Unwrap(content) is PSCredential found
        && string.Equals(found.UserName, credential.UserName, StringComparison.Ordinal)
        && string.Equals(TextValues.Reveal(found.Password), TextValues.Reveal(credential.Password), StringComparison.Ordinal);

    // Copies into a Hashtable, because generic and non-generic dictionaries enumerate different pairs. Vaults without metadata reject even an empty table.
    private static Hashtable? ToHashtable(object? metadata)
    {
        if (metadata is not IDictionary { Count: > 0 } members)
        {
            return null;
        }

        var table = new Hashtable();
        foreach (var key in members.Keys)
        {
            table[key] = members[key];
        }

        return table;
    }

    private static string DescribeMissing(string name) => $"There is no vault '{name}'. Get-SecretVault lists those that are registered.";
}
