using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Net;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>A vault of the fake SecretManagement for one session. Scripts get its name as <c>$vault</c>.</summary>
internal sealed class TestVault
{
    private readonly EngineSession _session;

    private TestVault(EngineSession session, string name) => (_session, Name) = (session, name);

    public string Name { get; }

    /// <summary>Imports the module into the session, and registers a vault with a unique name.</summary>
    public static TestVault Register(EngineSession session)
    {
        var vault = new TestVault(session, "vault-" + Guid.NewGuid().ToString("N"));
        session.Set("vault", vault.Name);
        session.Set(
            "module",
            System.IO.Path.Combine(StagedModule.Repository, "tests", "Pester", "Support", "Modules", VaultModule, VaultModule + ".psd1")
        );
        session.Run("Import-Module $module -Global; Register-SecretVault -Name $vault -ModuleName t");
        return vault;
    }

    private const string VaultModule = "Microsoft.PowerShell.SecretManagement";

    /// <summary>Plans faults: a script block that is called with the command, the vault, and the entry; null for none.</summary>
    public void Plan(string? script) => _session.Run("$global:PlannedVaultFault = " + (script is null ? "$null" : "{ " + script + " }"));

    public void Set(string entry, object content, Hashtable? metadata = null)
    {
        _session.Set("entry", entry);
        _session.Set("content", content);
        _session.Set("metadata", metadata ?? []);
        _session.Run("Set-Secret -Name $entry -Secret $content -Vault $vault -Metadata $metadata");
    }

    public bool Has(string entry) => _session.Run($"Get-SecretInfo -Vault $vault | Where-Object Name -eq '{entry}'").Count > 0;

    /// <summary>Returns the user name and password of an entry. Other content is returned as the password.</summary>
    public (string? User, string? Secret) Read(string entry) =>
        _session.Run($"Get-Secret '{entry}' -Vault $vault -AsPlainText").Single().BaseObject switch
        {
            PSCredential credential => (credential.UserName, credential.GetNetworkCredential().Password),
            var other => (null, other.ToString()),
        };

    public IDictionary MetadataOf(string entry) =>
        (IDictionary)_session.RunSingle($"(Get-SecretInfo '{entry}' -Vault $vault).Metadata").BaseObject;

    public static PSCredential Credential(string user, string secret) => new(user, new NetworkCredential("", secret).SecurePassword);
}
