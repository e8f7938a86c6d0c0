using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Authlete.Shell;

/// <summary>The options of the shell's own; what follows them goes to PowerShell as it is.</summary>
internal sealed record ShellCommandLine
{
    /// <summary>What pwsh returns for a command line that it can't use.</summary>
    public const int UsageExitCode = 64;

    public const string Help = """
        PowerShell with the Authlete module imported and connected to a sandbox.
        It needs only the .NET SDK: PowerShell itself comes from NuGet.

        Usage:
          dotnet run --project src/Authlete.Shell -- [options] [script.ps1 [arguments]]

          script.ps1 [arguments]  Runs a script. What follows its name is passed to it.
          -File, -Command, …      All other options of pwsh work as they do there.
          -NoSandbox              Starts no sandbox and connects to nothing: call
                                  Connect-Authlete or set the environment variables.
          -Help                   Shows this text.

        Without a script or a command, you get an interactive prompt; exit leaves it.

        $AuthleteSandbox describes the sandbox: BaseUri, ServiceApiKey, Credential and
        ServiceOwnerCredential (as Connect-Authlete takes them), ConfidentialClient and
        PublicClient (each with ClientId, ClientSecret and RedirectUri). The sandbox is
        an in-memory stand-in for the Authlete service, for trying and testing.

        Exit codes are those of pwsh: 0; the N of exit N; 1 after an uncaught error;
        64 if the command line can't be used.

        """;

    // pwsh takes a parameter by any prefix; its short names are prefixes or stand here too.
    private static readonly string[] s_powerShellParameters =
    [
        "Command",
        "CommandWithArgs",
        "cwa",
        "ConfigurationName",
        "CustomPipeName",
        "EncodedCommand",
        "ec",
        "EncodedArguments",
        "ExecutionPolicy",
        "ep",
        "File",
        "InputFormat",
        "Interactive",
        "Login",
        "MTA",
        "NoExit",
        "NoLogo",
        "NonInteractive",
        "NoProfile",
        "NoProfileLoadTime",
        "OutputFormat",
        "SettingsFile",
        "STA",
        "Version",
        "WindowStyle",
        "WorkingDirectory",
        "wd",
    ];

    public bool HelpWanted { get; private init; }

    public bool NoSandbox { get; private init; }

    public IReadOnlyList<string> PowerShellArguments { get; private init; } = [];

    public string? Error { get; private init; }

    public bool IsInteractive => PowerShellArguments.Count == 0;

    public static ShellCommandLine Parse(IReadOnlyList<string> args)
    {
        var noSandbox = false;
        for (var i = 0; i < args.Count; i++)
        {
            switch (OptionName(args[i])?.ToUpperInvariant())
            {
                case "NOSANDBOX":
                    noSandbox = true;
                    break;
                case "HELP" or "H" or "?":
                    return new ShellCommandLine { HelpWanted = true };
                default:
                    string[] rest = [.. args.Skip(i)];
                    return new ShellCommandLine
                    {
                        NoSandbox = noSandbox,
                        PowerShellArguments = rest,
                        Error = FindError(rest),
                    };
            }
        }

        return new ShellCommandLine { NoSandbox = noSandbox };
    }

    // pwsh prints its whole usage, which doesn't know this shell's options.
    private static string? FindError(string[] args)
    {
        var option = OptionName(args[0]);
        if (option is { Length: > 0 } && !s_powerShellParameters.Any(p => p.StartsWith(option, StringComparison.OrdinalIgnoreCase)))
        {
            return $"Unknown option: {args[0]}. -Help lists the options.";
        }

        var script =
            option is null ? args[0]
            : IsFile(option) ? args.ElementAtOrDefault(1)
            : "-";
        if (script is null)
        {
            return "-File needs the path of a script.";
        }

        return script == "-" || File.Exists(script) ? null : $"The script '{script}' doesn't exist.";
    }

    private static bool IsFile(string option) => "File".StartsWith(option, StringComparison.OrdinalIgnoreCase) && option.Length > 0;

    private static string? OptionName(string arg) => arg.StartsWith('-') ? arg.TrimStart('-') : null;
}
