using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Threading.Tasks;
using Authlete.Sandbox;

namespace Authlete.Shell;

/// <summary>Runs PowerShell with the module imported and connected to a sandbox in this process.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        var commandLine = ShellCommandLine.Parse(args);
        if (commandLine.Error is not null)
        {
            await Console.Error.WriteLineAsync(commandLine.Error);
            return ShellCommandLine.UsageExitCode;
        }

        if (commandLine.HelpWanted)
        {
            await Console.Out.WriteAsync(ShellCommandLine.Help);
            return 0;
        }

        await using var sandbox = commandLine.NoSandbox ? null : await SandboxServer.StartAsync(new SandboxOptions());
        var start = new ProcessStartInfo(DotNetHost)
        {
            ArgumentList =
            {
                BuildPaths.PowerShell,
                "-NoLogo",
                "-ConfigurationFile",
                Path.Combine(AppContext.BaseDirectory, "Session", "Authlete.pssc"),
            },
        };
        foreach (var argument in commandLine.PowerShellArguments)
        {
            start.ArgumentList.Add(argument);
        }

        SetEnvironment(start.Environment, sandbox);
        if (commandLine.IsInteractive)
        {
            start.Environment["AUTHLETE_SHELL_INTERACTIVE"] = "1";
        }

        return await RunAsync(start);
    }

    // PowerShell needs the runtime of this process, which may not be the one on PATH.
    private static string DotNetHost =>
        Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
        );

    private static void SetEnvironment(IDictionary<string, string?> environment, SandboxServer? sandbox)
    {
        environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        environment["POWERSHELL_UPDATECHECK"] = "Off";
        environment["AUTHLETE_SHELL_MODULE"] = BuildPaths.StagedManifest;
        // Lets jobs and new runspaces load the same module by name.
        environment.TryGetValue("PSModulePath", out var modulePath);
        environment["PSModulePath"] = string.Join(Path.PathSeparator, BuildPaths.ModuleRoot, modulePath);
        if (sandbox is null)
        {
            return;
        }

        // Lets jobs and new runspaces use the sandbox, and never a server from the user's own variables.
        environment["AUTHLETE_BASE_URL"] = sandbox.BaseUri.ToString();
        environment["AUTHLETE_SERVICE_APIKEY"] = sandbox.ServiceApiKey;
        environment["AUTHLETE_SERVICE_APISECRET"] = sandbox.ServiceApiSecret;
        environment["AUTHLETE_SERVICEOWNER_APIKEY"] = sandbox.ServiceOwnerApiKey;
        environment["AUTHLETE_SERVICEOWNER_APISECRET"] = sandbox.ServiceOwnerApiSecret;
        environment["AUTHLETE_SHELL_CLIENTS"] = JsonSerializer.Serialize(new { sandbox.ConfidentialClient, sandbox.PublicClient });
    }

    private static async Task<int> RunAsync(ProcessStartInfo start)
    {
        // The terminal also sends Ctrl+C to PowerShell, which handles it.
        Console.CancelKeyPress += (_, e) => e.Cancel = true;
        using var powerShell = Process.Start(start) ?? throw new InvalidOperationException("PowerShell did not start.");
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, End);
        await powerShell.WaitForExitAsync();
        return powerShell.ExitCode;

        void End(PosixSignalContext context)
        {
            context.Cancel = true;
            powerShell.Kill(entireProcessTree: true);
        }
    }
}
