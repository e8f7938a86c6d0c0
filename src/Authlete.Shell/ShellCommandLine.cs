using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Authlete.Shell;

/// <summary>The options of the shell. It passes all other arguments to PowerShell.</summary>
internal sealed record ShellCommandLine
{
    /// <summary>The exit code of pwsh for an invalid command line.</summary>
    public const int UsageExitCode = 64;

    public const string Help = """
        Starts PowerShell with the Authlete module imported and connected to a sandbox.
        You need only the .NET SDK: PowerShell itself comes from NuGet.

        Usage:
          dotnet run --project src/Authlete.Shell -- [options] [script.ps1 [arguments]]

          script.ps1 [arguments]  Runs a script with these arguments.
          -File, -Command, …      All other options of pwsh work as usual.
          -NoSandbox              Doesn't start a sandbox or connect. To connect, run
                                  Connect-Authlete or set the environment variables.
          -Help                   Shows this help.

        Without a script or a command, you get an interactive prompt. To leave it, run
        exit.

        The sandbox is an in-memory stand-in for the Authlete server, for trials and
        tests. $AuthleteSandbox describes it: BaseUri, ServiceApiKey, Credential and
        ServiceOwnerCredential (for Connect-Authlete), and ConfidentialClient and
        PublicClient (each with ClientId, ClientSecret, and RedirectUri).

        The exit code is that of pwsh: 0 for success, the code that a script specifies
        with exit, 1 after an uncaught error, or 64 if the command line isn't valid.

        """;

    // pwsh accepts any prefix of a parameter, in this order. Short names that aren't prefixes are listed too.
    private static readonly (string Name, Kind Kind)[] s_parameters =
    [
        ("Command", Kind.Command),
        ("CommandWithArgs", Kind.Command),
        ("cwa", Kind.Command),
        ("ConfigurationName", Kind.Setting),
        ("CustomPipeName", Kind.Setting),
        ("EncodedCommand", Kind.Command),
        ("ec", Kind.Command),
        ("EncodedArguments", Kind.Setting),
        ("ea", Kind.Setting),
        ("ExecutionPolicy", Kind.Setting),
        ("ep", Kind.Setting),
        ("File", Kind.Script),
        ("Interactive", Kind.Switch),
        ("InputFormat", Kind.Setting),
        ("if", Kind.Setting),
        ("Login", Kind.Switch),
        ("MTA", Kind.Switch),
        ("NoExit", Kind.Switch),
        ("NoLogo", Kind.Switch),
        ("NonInteractive", Kind.Switch),
        ("NoProfile", Kind.Switch),
        ("NoProfileLoadTime", Kind.Switch),
        ("OutputFormat", Kind.Setting),
        ("of", Kind.Setting),
        ("STA", Kind.Switch),
        ("SettingsFile", Kind.Setting),
        ("Version", Kind.Switch),
        ("WindowStyle", Kind.Setting),
        ("WorkingDirectory", Kind.Setting),
        ("wd", Kind.Setting),
    ];

    private enum Kind
    {
        Switch,
        Setting,
        Command,
        Script,
    }

    public bool HelpWanted { get; private init; }

    public bool NoSandbox { get; private init; }

    public IReadOnlyList<string> PowerShellArguments { get; private init; } = [];

    public string? Error { get; private init; }

    /// <summary>Whether the shell shows a prompt.</summary>
    public bool IsInteractive { get; private init; }

    public static ShellCommandLine Parse(IReadOnlyList<string> args)
    {
        var noSandbox = false;
        var noExit = false;
        var options = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            var option = args[i].StartsWith('-') ? args[i].TrimStart('-') : null;
            if (option?.ToUpperInvariant() is "HELP" or "H" or "?")
            {
                return new ShellCommandLine { HelpWanted = true };
            }

            if (string.Equals(option, "NoSandbox", StringComparison.OrdinalIgnoreCase))
            {
                noSandbox = true;
                continue;
            }

            if (string.IsNullOrEmpty(option))
            {
                return Run(i, option is null ? FindScriptError(args[i]) : null);
            }

            var (name, kind) = s_parameters.FirstOrDefault(p => p.Name.StartsWith(option, StringComparison.OrdinalIgnoreCase));
            if (name is null)
            {
                return new ShellCommandLine { Error = $"Unknown option: {args[i]}. To see the options, specify -Help." };
            }

            var value = args.ElementAtOrDefault(i + 1);
            if (kind == Kind.Script)
            {
                return Run(i, FindScriptError(value));
            }

            if (kind != Kind.Switch && value is null)
            {
                return new ShellCommandLine { Error = $"{args[i]} needs a value." };
            }

            if (kind == Kind.Command)
            {
                return Run(i, null);
            }

            noExit |= name == "NoExit";
            options.Add(args[i]);
            if (kind == Kind.Setting)
            {
                options.Add(args[++i]);
            }
        }

        return new ShellCommandLine
        {
            NoSandbox = noSandbox,
            PowerShellArguments = options,
            IsInteractive = true,
        };

        ShellCommandLine Run(int start, string? error) =>
            new()
            {
                NoSandbox = noSandbox,
                PowerShellArguments = [.. options, .. args.Skip(start)],
                IsInteractive = noExit,
                Error = error,
            };
    }

    // pwsh would print its own usage, without the options of this shell.
    private static string? FindScriptError(string? script) =>
        string.IsNullOrEmpty(script) ? "-File needs the path of a script."
        : Directory.Exists(script) ? $"'{script}' is a folder, not a script."
        : script == "-" || File.Exists(script) ? null
        : $"The script '{script}' doesn't exist.";
}
