using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Security;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Errors;
using Engine = System.Management.Automation.PowerShell;

namespace Authlete.PowerShell.Connection;

/// <summary>Reads an entry of a SecretManagement vault. The module is looked for when an entry is asked for, and not before.</summary>
internal sealed class VaultReader
{
    public const string Module = "Microsoft.PowerShell.SecretManagement";

    private volatile Engine? _running;

    /// <summary>Ends a read that waits, for a password prompt or a remote vault.</summary>
    public void Stop() => _running?.BeginStop(null, null);

    /// <param name="name">The entry's name.</param>
    /// <param name="vault">The vault's name, or null for all.</param>
    /// <param name="kind">Whose pair a PSCredential or a text is taken for.</param>
    public KeySource Read(string name, string? vault, CredentialKind kind)
    {
        var origin = "the vault entry '" + name + "'" + (vault is null ? "" : " of vault '" + vault + "'");
        return Interpret(GetSecret(name, vault, origin), kind, origin);
    }

    private object? GetSecret(string name, string? vault, string origin)
    {
        using var engine = Engine.Create(RunspaceMode.CurrentRunspace);
        engine.AddCommand(Module + "\\Get-Secret")
            .AddParameter("Name", name)
            .AddParameter("ErrorAction", ActionPreference.Stop)
            .AddParameter("Verbose", false)
            .AddParameter("Debug", false);
        if (vault is not null)
        {
            engine.AddParameter("Vault", vault);
        }

        _running = engine;
        try
        {
            var found = engine.Invoke();
            if (engine.InvocationStateInfo.State == PSInvocationState.Stopped)
            {
                // The engine stops what runs inside before it says so outside.
                throw new PipelineStoppedException();
            }

            return found.Count == 1 ? PlainValues.Unwrap(found[0]) : throw SetupErrors.SecretNotFound(origin, found.Count == 0 ? "there is none" : "there are several");
        }
        catch (CommandNotFoundException)
        {
            throw SetupErrors.SecretManagementMissing(origin);
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            // The record is the vault's own; the exception around it only says that ErrorAction was Stop.
            throw SetupErrors.SecretNotFound(origin, e.ErrorRecord.Exception.Message);
        }
        finally
        {
            _running = null;
        }
    }

    private static KeySource Interpret(object? secret, CredentialKind kind, string origin) => secret switch
    {
        PSCredential credential => Single(KeyPairs.FromCredential(credential, origin), kind, origin),
        SecureString text => Single(Split(SecretTextAttribute.Reveal(text), origin), kind, origin),
        string text => Single(Split(text, origin), kind, origin),
        IDictionary entries => FromEntries(entries, origin),
        _ => throw SetupErrors.SecretOfWrongShape(origin, secret?.GetType().Name ?? "null"),
    };

    private static KeySource Single(ApiCredential keys, CredentialKind kind, string origin) =>
        kind == CredentialKind.ServiceOwner ? new KeySource(null, keys, null, origin) : new KeySource(keys, null, null, origin);

    private static ApiCredential Split(string text, string origin)
    {
        var colon = text.IndexOf(':');
        return colon < 0
            ? throw SetupErrors.SecretOfWrongShape(origin, "a text without a colon")
            : KeyPairs.Create(text.Substring(0, colon), text.Substring(colon + 1), origin);
    }

    private static KeySource FromEntries(IDictionary entries, string origin)
    {
        var service = Pair(entries, "ApiKey", "ApiSecret", origin);
        var owner = Pair(entries, "ServiceOwnerApiKey", "ServiceOwnerApiSecret", origin);
        if (service is null && owner is null)
        {
            throw SetupErrors.SecretOfWrongShape(origin, "a Hashtable without ApiKey and ApiSecret");
        }

        var baseUri = Text(entries, "BaseUri", origin);
        return new KeySource(service, owner, string.IsNullOrEmpty(baseUri) ? null : BaseUris.Parse(baseUri!, "BaseUri in " + origin), origin);
    }

    private static ApiCredential? Pair(IDictionary entries, string keyName, string secretName, string origin)
    {
        var key = Text(entries, keyName, origin);
        var secret = Text(entries, secretName, origin);
        return key is null && secret is null ? null : KeyPairs.Create(key, secret, origin + " (" + keyName + ", " + secretName + ")");
    }

    private static string? Text(IDictionary entries, string name, string origin)
    {
        var key = entries.Keys.Cast<object>().FirstOrDefault(candidate => string.Equals(candidate as string, name, StringComparison.OrdinalIgnoreCase));
        return key is null ? null : PlainValues.Unwrap(entries[key]) switch
        {
            SecureString text => SecretTextAttribute.Reveal(text),
            JsonView or IEnumerable and not string or PSObject => throw SetupErrors.SecretOfWrongShape(origin, "a Hashtable whose " + name + " is no text"),
            var other => PlainValues.ToText(other),
        };
    }
}
