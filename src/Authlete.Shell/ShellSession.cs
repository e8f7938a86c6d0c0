using System;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading.Tasks;
using Authlete.Sandbox;
using Authlete.Shell.Hosting;

namespace Authlete.Shell;

/// <summary>One run of the shell: module, sandbox, connection, then what was asked for.</summary>
internal static class ShellSession
{
    public static async Task<int> RunAsync(ShellOptions options)
    {
        if (!File.Exists(StagedModule.ManifestPath))
        {
            await Console.Error.WriteLineAsync(
                $"The module is not staged in '{StagedModule.Folder}'. Build it first: dotnet build src/Authlete.PowerShell");
            return ExitCodes.Failure;
        }

        var script = options.File is null ? null : Path.GetFullPath(options.File);
        if (script is not null && CannotRun(script) is { } reason)
        {
            await Console.Error.WriteLineAsync(reason);
            return ExitCodes.Usage;
        }

        using var interruption = new Interruption();
        var host = new ShellHost();
        using var runspace = ShellRunspace.Open(host);
        var runner = new ScriptRunner(runspace, host, interruption);

        var code = runner.ImportModule(StagedModule.ManifestPath);
        if (code != ExitCodes.Success)
            return code;

        await using var sandbox = options.NoSandbox ? null : await SandboxServer.StartAsync(new SandboxOptions());
        if (sandbox is not null)
        {
            code = Connect(sandbox, runspace, runner);
            if (code != ExitCodes.Success)
                return code;
        }

        if (script is not null)
            return runner.RunFile(script, options.FileArguments);
        if (options.Command is not null)
            return runner.RunText(options.Command);
        return new CommandPrompt(runner, host, interruption).Run();
    }

    private static string? CannotRun(string script)
    {
        // Anything but a .ps1 the engine would start as a program.
        if (!script.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase))
            return $"A script's name ends with .ps1: '{script}'.";
        return File.Exists(script) ? null : $"No such script: '{script}'.";
    }

    private static int Connect(SandboxServer sandbox, Runspace runspace, ScriptRunner runner)
    {
        var service = SandboxVariable.ToCredential(sandbox.ServiceApiKey, sandbox.ServiceApiSecret);
        var owner = SandboxVariable.ToCredential(sandbox.ServiceOwnerApiKey, sandbox.ServiceOwnerApiSecret);
        runspace.SessionStateProxy.SetVariable(SandboxVariable.Name, SandboxVariable.Create(sandbox, service, owner));
        return runner.RunCommand(
            new Command("Connect-Authlete")
            {
                Parameters =
                {
                    { "BaseUri", sandbox.BaseUri },
                    { "Credential", service },
                    { "ServiceOwnerCredential", owner },
                    { "ErrorAction", ActionPreference.Stop },
                },
            });
    }
}
