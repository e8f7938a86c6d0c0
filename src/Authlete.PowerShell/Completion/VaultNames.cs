using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Authlete.PowerShell.Credentials;
using Engine = System.Management.Automation.PowerShell;

namespace Authlete.PowerShell.Completion;

/// <summary>The names of vaults and of their entries.</summary>
internal static class VaultNames
{
    private static readonly TimeSpan s_longestRead = TimeSpan.FromSeconds(10);

    private static readonly ConditionalWeakTable<Runspace, ListCache<(string Command, string? Vault, string Module), string>> s_caches =
        new();

    /// <summary>The names that a command of SecretManagement gives; none where it is not installed or its vault does not answer.</summary>
    public static IReadOnlyList<string> Query(string command, string? vault)
    {
        var module = FindModule();
        return s_caches
            .GetOrCreateValue(Runspace.DefaultRunspace)
            .Get((command, vault, module), () => Task.FromResult(Read(module, command, vault)));
    }

    /// <summary>The module as this session has loaded it, which may not be on the module path.</summary>
    private static string FindModule()
    {
        using var engine = Engine.Create(RunspaceMode.CurrentRunspace);
        return
            engine.AddCommand("Microsoft.PowerShell.Core\\Get-Module").AddParameter("Name", VaultCommands.Module).Invoke().FirstOrDefault()
                is { BaseObject: PSModuleInfo { Path: { Length: > 0 } path } }
            ? path
            : VaultCommands.Module;
    }

    /// <summary>Reads in a runspace without a host: a vault that wants to ask for a password fails there.</summary>
    private static IReadOnlyList<string> Read(string module, string command, string? vault)
    {
        try
        {
            using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
            runspace.Open();
            using var engine = Engine.Create();
            engine.Runspace = runspace;
            engine
                .AddCommand("Microsoft.PowerShell.Core\\Import-Module")
                .AddParameter("Name", module)
                .AddParameter("ErrorAction", ActionPreference.Stop)
                .AddStatement()
                .AddCommand(VaultCommands.Module + "\\" + command)
                .AddParameter("ErrorAction", ActionPreference.Ignore);
            if (vault is not null)
            {
                engine.AddParameter("Vault", vault);
            }

            using var limit = new CancellationTokenSource(s_longestRead);
            using var stop = limit.Token.Register(() => engine.BeginStop(null, null));
            return [.. engine.Invoke().Select(found => found.Properties["Name"]?.Value as string).OfType<string>().Distinct()];
        }
        catch (RuntimeException)
        {
            return [];
        }
    }
}
