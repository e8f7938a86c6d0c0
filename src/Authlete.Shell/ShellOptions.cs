using System.Collections.Generic;

namespace Authlete.Shell;

/// <summary>What the command line asks for.</summary>
internal sealed record ShellOptions
{
    public bool Help { get; private init; }

    public bool NoSandbox { get; private init; }

    public string? Command { get; private init; }

    public string? File { get; private init; }

    public IReadOnlyList<string> FileArguments { get; private init; } = [];

    /// <exception cref="UsageException">An option is unknown or incomplete.</exception>
    public static ShellOptions Parse(IReadOnlyList<string> args)
    {
        var options = new ShellOptions();
        for (var i = 0; i < args.Count; i++)
        {
            var arg = args[i];
            switch (OptionName(arg))
            {
                case null when options.Command is not null:
                    throw new UsageException($"Unexpected after -Command: '{arg}'. Quote the text as one argument.");
                case null:
                    return options.WithFile(args, i);
                case "FILE":
                    return options.WithFile(args, i + 1);
                case "COMMAND" or "C":
                    if (++i == args.Count)
                        throw new UsageException("-Command needs the text to run.");
                    options = options with { Command = args[i] };
                    break;
                case "NOSANDBOX":
                    options = options with { NoSandbox = true };
                    break;
                case "HELP" or "H" or "?":
                    options = options with { Help = true };
                    break;
                default:
                    throw new UsageException($"Unknown option: {arg}.");
            }
        }

        return options;
    }

    private static string? OptionName(string arg) =>
        arg.StartsWith('-') ? arg.TrimStart('-').ToUpperInvariant() : null;

    private ShellOptions WithFile(IReadOnlyList<string> args, int index)
    {
        if (Command is not null)
            throw new UsageException("Give a script or -Command, not both.");
        if (index >= args.Count || args[index].Length == 0)
            throw new UsageException("-File needs the path of a script.");

        var fileArguments = new List<string>();
        for (var i = index + 1; i < args.Count; i++)
            fileArguments.Add(args[i]);
        return this with { File = args[index], FileArguments = fileArguments };
    }
}
