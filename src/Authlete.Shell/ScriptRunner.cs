using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using Authlete.Shell.Hosting;

namespace Authlete.Shell;

/// <summary>Runs commands to the end, prints what they write, and tells with which code the process should exit.</summary>
internal sealed class ScriptRunner(Runspace runspace, ShellHost host, Interruption interruption)
{
    private const string LastExitCode = "global:LASTEXITCODE";
    private const string LastCommandSucceeded = "global:?";

    public int ImportModule(string manifestPath) =>
        RunCommand(new Command("Import-Module") { Parameters = { { "Name", manifestPath }, { "ErrorAction", ActionPreference.Stop } } });

    /// <summary>As <c>pwsh -Command</c>: the code is 1 too when the last command failed without ending the text.</summary>
    public int RunText(string text)
    {
        // The engine's own error for text that breaks off has no message.
        Parser.ParseInput(text, out _, out var errors);
        if (errors.Length > 0)
        {
            Report(new ParseException(errors).ErrorRecord);
            return ExitCodes.Failure;
        }

        var code = RunCommand(new Command(text, isScript: true, useLocalScope: false));
        return code == ExitCodes.Success && LastCommandFailed() ? ExitCodes.Failure : code;
    }

    public int RunFile(string path, IReadOnlyList<string> arguments)
    {
        // Run by its path alone, a script's exit would not be told from a program that it ran; here only exit makes
        // the call fail (or the script that could not start). No exit after the call: it would lose a table not yet printed.
        var script = ScriptArguments.Parse(arguments);
        var command = new Command(
            $"param($_named) & '{CodeGeneration.EscapeSingleQuotedStringContent(path)}' @_named @args",
            isScript: true,
            useLocalScope: true);
        command.Parameters.Add("_named", script.Named);
        foreach (var parameter in script.InOrder)
            command.Parameters.Add(parameter);

        runspace.SessionStateProxy.SetVariable(LastExitCode, null);
        var code = RunCommand(command);
        if (code != ExitCodes.Success || !LastCommandFailed())
            return code;
        return runspace.SessionStateProxy.GetVariable(LastExitCode) is int exitCode ? exitCode : ExitCodes.Failure;
    }

    public int RunCommand(Command command)
    {
        using var pipeline = PowerShell.Create(runspace);
        command.MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.Commands.AddCommand(command).AddCommand("Out-Default");

        interruption.Begin(pipeline);
        try
        {
            // Without history the engine puts the old $? back.
            pipeline.Invoke(null, new PSInvocationSettings { AddToHistory = true });
        }
        catch (PipelineStoppedException)
        {
            return ExitCodes.Interrupted;
        }
        catch (RuntimeException e)
        {
            Report(e.ErrorRecord);
            return ExitCodes.Failure;
        }
        finally
        {
            interruption.End();
        }

        return pipeline.InvocationStateInfo.State == PSInvocationState.Stopped
            ? ExitCodes.Interrupted
            : host.ExitCode ?? ExitCodes.Success;
    }

    private bool LastCommandFailed() =>
        host.ExitCode is null && runspace.SessionStateProxy.GetVariable(LastCommandSucceeded) is false;

    // Through Out-Default, for the engine's error view: message, position, colours.
    private void Report(ErrorRecord error)
    {
        using var pipeline = PowerShell.Create(runspace);
        pipeline.AddCommand("Out-Default");
        using (host.ShellUI.RedirectToError())
            pipeline.Invoke(new[] { error });
    }
}
