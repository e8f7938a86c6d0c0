using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Authlete.Benchmarks;

internal static class EngineRunspace
{
    public static Runspace Open()
    {
        var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        return runspace;
    }

    public static void Import(this Runspace runspace, string manifest)
    {
        using var engine = PowerShell.Create(runspace);
        engine.AddCommand("Import-Module").AddParameter("Name", manifest).AddParameter("ErrorAction", ActionPreference.Stop).Invoke();
    }

    public static Collection<PSObject> Run(this Runspace runspace, string script)
    {
        using var engine = PowerShell.Create(runspace);
        var output = engine.AddScript(script).Invoke();
        return engine.Streams.Error.Count == 0 ? output : throw engine.Streams.Error[0].Exception;
    }
}
