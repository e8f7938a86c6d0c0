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

/// <summary>Reads the names of vaults and their entries for completion.</summary>
internal static class VaultNames
{
    private static readonly TimeSpan s_readTimeout = TimeSpan.FromSeconds(10);

    private static readonly ConditionalWeakTable<Runspace, ListCache<(string Command, string? Vault, string Module), string>> s_caches =
        new();

    /// <summary>Returns the names that a SecretManagement command outputs; none if the module isn't installed or the vault doesn't respond.</summary>
    public static IReadOnlyList<string> Query(string command, string? vault)
    {
        var module = FindModule();
        return s_caches
            .GetOrCreateValue(Runspace.DefaultRunspace)
            .Get((command, vault, module), () => Task.FromResult(Read(module, command, vault)));
    }

    /// <summary>Returns the module that is loaded in this session, which may not be on the module path.</summary>
    private static string FindModule()
    {
        using var engine = Engine.Create(RunspaceMode.CurrentRunspace);
        return
            engine.AddCommand("Microsoft.PowerShell.Core\\Get-Module").AddParameter("Name", VaultCommands.Module).Invoke().FirstOrDefault()
                is { BaseObject: PSModuleInfo { Path: { Length: > 0 } path } }
            ? path
            : VaultCommands.Module;
    }

    /// <summary>Runs the command in a runspace without a host, in which a vault that prompts for a password fails.</summary>
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

            using var limit = new CancellationTokenSource(s_readTimeout);
            using var stop = limit.Token.Register(() => engine.BeginStop(null, null));
            return [.. engine.Invoke().Select(found => found.Properties["Name"]?.Value as string).OfType<string>().Distinct()];
        }
        catch (RuntimeException)
        {
            return [];
        }
    }
}
