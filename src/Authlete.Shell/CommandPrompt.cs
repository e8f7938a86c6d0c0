using System;
using System.Linq;
using System.Management.Automation.Language;
using Authlete.Shell.Hosting;

namespace Authlete.Shell;

/// <summary>Reads commands from standard input, runs them one by one, until <c>exit</c> or the end of the input.</summary>
internal sealed class CommandPrompt(ScriptRunner runner, ShellHost host, Interruption interruption)
{
    public int Run()
    {
        if (host.ShellUI.Interactive)
            host.UI.WriteLine("Authlete for PowerShell. Get-Command -Module Authlete lists the cmdlets; exit leaves.");

        var code = ExitCodes.Success;
        while (host.ExitCode is null && ReadCommand() is { } text)
            code = runner.RunText(text);

        // At a terminal each failure was seen when it happened; a script on standard input has only the exit code.
        return host.ExitCode ?? (host.ShellUI.Interactive ? ExitCodes.Success : code);
    }

    /// <returns>One whole command, which may span lines; null at the end of the input.</returns>
    private string? ReadCommand()
    {
        var text = ReadLine("Authlete> ");
        while (text is not null && IsIncomplete(text))
        {
            if (ReadLine(">> ") is not { } next)
                break;
            text += Environment.NewLine + next;
        }

        return text;
    }

    private string? ReadLine(string prompt)
    {
        if (host.ShellUI.Interactive)
            host.UI.Write(prompt);
        interruption.AtPrompt = true;
        try
        {
            return Console.In.ReadLine();
        }
        finally
        {
            interruption.AtPrompt = false;
        }
    }

    private static bool IsIncomplete(string text)
    {
        Parser.ParseInput(text, out _, out var errors);
        return errors.Any(e => e.IncompleteInput);
    }
}
