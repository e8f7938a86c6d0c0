using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Net;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Credentials;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>The vault for new secrets, and the names of their entries. All members run on the pipeline thread.</summary>
internal sealed class SecretDestination
{
    private readonly SecretVault _vault;
    private readonly SecretNamePattern _pattern;
    private readonly Dictionary<string, string> _claimed = new(StringComparer.OrdinalIgnoreCase);

    private bool _isProbed;

    private SecretDestination(SecretOwner owner, SecretVault vault, SecretNamePattern pattern) =>
        (Owner, _vault, _pattern) = (owner, vault, pattern);

    public SecretOwner Owner { get; }

    /// <summary>Whether the name contains the ID, which is unique.</summary>
    public bool HasId => _pattern.Uses(Owner.IdPlaceholder);

    /// <summary>Whether the name is the same for all objects.</summary>
    public bool IsConstant => !HasId && !_pattern.Uses(Owner.NamePlaceholder);

    /// <param name="owner">The type of object that has the secrets.</param>
    /// <param name="commands">Runs the commands of SecretManagement.</param>
    /// <param name="secretName">-OutSecretName.</param>
    /// <param name="vault">-OutVault.</param>
    /// <returns>The destination. Null if the parameters specify none.</returns>
    public static SecretDestination? Open(SecretOwner owner, VaultCommands commands, string? secretName, string? vault) =>
        secretName is not null
            ? new SecretDestination(owner, SecretVault.Open(commands, vault), new SecretNamePattern(secretName, owner.Placeholders))
        : vault is null ? null
        : throw SetupErrors.OutVaultWithoutSecretName();

    /// <summary>The name of the entry for an object.</summary>
    public string NameFor(JsonView view) => _pattern.Fill(Owner.ValuesOf(view), Owner.Describe(view));

    /// <summary>The text about the place of an entry.</summary>
    public string Locate(string name) => $"the entry '{name}' of the vault '{_vault.Name}'";

    /// <summary>Reserves a name for an object. No other object in the pipeline can have it.</summary>
    public string Claim(string name, string owner)
    {
        if (_claimed.TryGetValue(name, out var other))
        {
            throw SetupErrors.SecretNameTaken(name, other, owner, Owner.IdPlaceholder);
        }

        _claimed.Add(name, owner);
        return name;
    }

    /// <summary>Reads an entry that doesn't exist, once, so that a vault that is locked or doesn't respond is noticed before anything is changed.</summary>
    public void Probe(string target)
    {
        if (!_isProbed)
        {
            Read(_pattern.ToString(), null, target);
            _isProbed = true;
        }
    }

    /// <summary>Reads an entry before anything is changed, and refuses one that belongs to another client or service.</summary>
    /// <param name="name">The name of the entry.</param>
    /// <param name="id">The ID of the object. Null if it has none yet.</param>
    /// <param name="target">The object, for errors.</param>
    public SecretEntry Read(string name, string? id, string target)
    {
        SecretEntry entry;
        try
        {
            entry = _vault.Read(name);
        }
        catch (VaultException e)
        {
            throw SetupErrors.SecretNotWritten(Locate(name), target, e.Message);
        }

        return entry.Content is PSCredential { UserName: { Length: > 0 } user } && user != id && user.All(c => c is >= '0' and <= '9')
            ? throw SetupErrors.SecretNameTaken(Locate(name), user)
            : entry;
    }

    /// <summary>Writes the credential of an object into its entry.</summary>
    /// <exception cref="VaultException">The vault failed. The message doesn't contain the secret.</exception>
    public void Write(SecretEntry entry, string id, string secret) =>
        Try(entry, secret, () => _vault.Write(entry, ToCredential(id, secret)));

    /// <summary>Restores an entry after a credential was, or may have been, written to it.</summary>
    /// <exception cref="VaultException">The vault failed. The message doesn't contain the secret.</exception>
    public void Restore(SecretEntry entry, string id, string secret) =>
        Try(entry, secret, () => _vault.Restore(entry, ToCredential(id, secret)));

    /// <summary>Adds the place of its secret to an object.</summary>
    public void AddPlace(JsonView view, string name)
    {
        var item = PSObject.AsPSObject(view);
        item.Properties.Add(new PSNoteProperty("SecretName", name));
        item.Properties.Add(new PSNoteProperty("Vault", _vault.Name));
    }

    private static void Try(SecretEntry entry, string secret, Action step)
    {
        try
        {
            step();
        }
        catch (VaultException e)
        {
            // Secrets in a vault's message are masked like those in a server's.
            var call = new ApiCall(Operations.ClientSecretUpdate)
            {
                Body = new Pair { Key = secret, Value = SecretValues.FindText(entry.Content) },
            };
            throw new VaultException(Redaction.ToDisplayText(e.Message, call, null) ?? "");
        }
    }

    private static PSCredential ToCredential(string id, string secret) => new(id, new NetworkCredential("", secret).SecurePassword);
}
