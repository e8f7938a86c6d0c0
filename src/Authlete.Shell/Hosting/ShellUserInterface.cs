using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace Authlete.Shell.Hosting;

/// <summary>Objects to standard output, everything about them to standard error.</summary>
internal sealed class ShellUserInterface : PSHostUserInterface
{
    private bool _redirectedToError;

    public bool Interactive { get; } = Terminal.IsInteractive;

    public override PSHostRawUserInterface RawUI { get; } = new ShellRawUserInterface();

    public override bool SupportsVirtualTerminal => Terminal.OutputTakesAnsi;

    /// <summary>Until disposed, what would go to standard output goes to standard error.</summary>
    public IDisposable RedirectToError()
    {
        _redirectedToError = true;
        return new Redirection(this);
    }

    public override void Write(string value) => Write(value, newLine: false);

    public override void WriteLine(string value) => Write(value, newLine: true);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Write(Color(foregroundColor, backgroundColor, value), newLine: false);

    public override void WriteLine(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Write(Color(foregroundColor, backgroundColor, value), newLine: true);

    public override void WriteErrorLine(string value) => WriteErrorStream(PSStyle.Instance.Formatting.Error, value);

    public override void WriteWarningLine(string message) =>
        WriteErrorStream(PSStyle.Instance.Formatting.Warning, "WARNING: " + message);

    public override void WriteVerboseLine(string message) =>
        WriteErrorStream(PSStyle.Instance.Formatting.Verbose, "VERBOSE: " + message);

    public override void WriteDebugLine(string message) =>
        WriteErrorStream(PSStyle.Instance.Formatting.Debug, "DEBUG: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        // Get-Help and the module cmdlets report progress; a few hundred milliseconds need no bar.
    }

    public override string ReadLine()
    {
        RequireInteractive("A line is asked for");
        return Questions.ReadLine(this);
    }

    public override SecureString ReadLineAsSecureString()
    {
        RequireInteractive("A secret is asked for");
        return Questions.ReadSecret(this);
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        RequireInteractive($"{Join(caption, message)} A confirmation is asked for", "Use -Confirm:$false to go ahead without.");
        return Questions.AskChoice(this, caption, message, choices, defaultChoice);
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        RequireInteractive($"{Join(caption, message)} A value is asked for");
        return Questions.AskFields(this, caption, message, descriptions);
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        PromptForCredential(caption, message, userName, targetName, PSCredentialTypes.Default, PSCredentialUIOptions.Default);

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options)
    {
        RequireInteractive($"{Join(caption, message)} A credential is asked for");
        return Questions.AskCredential(this, caption, message, userName);
    }

    private static string Join(string? caption, string? message) => $"{caption} {message}".Trim();

    private void RequireInteractive(string what, string wayOut = "Give it as an argument.")
    {
        if (!Interactive)
            throw new HostException($"{what.Trim()}, and nobody is there to answer: input or output is no terminal. {wayOut}");
    }

    private static string Color(ConsoleColor foreground, ConsoleColor background, string value)
    {
        var start = (foreground == ShellRawUserInterface.DefaultColor ? "" : PSStyle.MapForegroundColorToEscapeSequence(foreground))
            + (background == ShellRawUserInterface.DefaultColor ? "" : PSStyle.MapBackgroundColorToEscapeSequence(background));
        return start.Length == 0 ? value : start + value + PSStyle.Instance.Reset;
    }

    private void Write(string value, bool newLine)
    {
        if (_redirectedToError)
            Write(Console.Error, Terminal.ErrorTakesAnsi, value, newLine);
        else
            Write(Console.Out, Terminal.OutputTakesAnsi, value, newLine);
    }

    private static void WriteErrorStream(string style, string value) =>
        Write(Console.Error, Terminal.ErrorTakesAnsi, style + value + PSStyle.Instance.Reset, newLine: true);

    private static void Write(TextWriter writer, bool takesAnsi, string value, bool newLine)
    {
        var text = GetOutputString(value, takesAnsi);
        if (newLine)
            writer.WriteLine(text);
        else
            writer.Write(text);
    }

    private sealed class Redirection(ShellUserInterface owner) : IDisposable
    {
        public void Dispose() => owner._redirectedToError = false;
    }
}
