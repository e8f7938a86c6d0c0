using System;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using Authlete.Shell.Builtins;
using Microsoft.PowerShell;

namespace Authlete.Shell;

/// <summary>The engine's own session, and the few utility cmdlets that samples need and the engine lacks.</summary>
internal static class ShellRunspace
{
    public static Runspace Open(PSHost host)
    {
        // CreateDefault() wants the assemblies of a full PowerShell.
        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = ExecutionPolicy.RemoteSigned;

        AddCmdlet<ConvertToSecureStringCommand>(state, "ConvertTo-SecureString");
        AddCmdlet<WriteErrorCommand>(state, "Write-Error");
        AddCmdlet<WriteHostCommand>(state, "Write-Host");
        AddCmdlet<WriteOutputCommand>(state, "Write-Output");
        AddCmdlet<WriteVerboseCommand>(state, "Write-Verbose");
        AddCmdlet<WriteWarningCommand>(state, "Write-Warning");

        var runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        runspace.Open();
        Runspace.DefaultRunspace = runspace;
        return runspace;
    }

    private static void AddCmdlet<T>(InitialSessionState state, string name)
        where T : Cmdlet =>
        state.Commands.Add(new SessionStateCmdletEntry(name, typeof(T), null));
}
