using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Authlete.PowerShell.Credentials;
using Engine = System.Management.Automation.PowerShell;

namespace Authlete.PowerShell.Completion;

internal static class VaultNames
{
    /// <summary>The names that a command of SecretManagement gives; none where it is not installed or its vault does not answer.</summary>
    public static IEnumerable<string> Query(string command, string? vault)
    {
        using var engine = Engine.Create(RunspaceMode.CurrentRunspace);
        engine
            .AddCommand(VaultCommands.Module + "\\" + command)
            .AddParameter("ErrorAction", ActionPreference.Ignore)
            .AddParameter("WarningAction", ActionPreference.Ignore);
        if (vault is not null)
        {
            engine.AddParameter("Vault", vault);
        }

        try
        {
            return engine.Invoke().Select(found => found.Properties["Name"]?.Value as string).OfType<string>().Distinct().ToList();
        }
        catch (RuntimeException)
        {
            return [];
        }
    }
}
