using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Credentials;
using Authlete.PowerShell.Errors;
using Authlete.PowerShell.Formatting;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>The base of all cmdlets: waits that a stop ends at once, errors of a record and of the command, and objects with all their members.</summary>
public abstract class AuthleteCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private bool? _isVerbose;

    private protected VaultCommands VaultCommands { get; } = new();

    internal VaultReader Vaults => new(VaultCommands);

    private protected bool ShowsVerbose => _isVerbose ??= IsVerbose();

    private protected CancellationToken StopToken => _stop.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        _stop.Cancel();
        VaultCommands.Stop();
    }

    /// <summary>
    /// Whether the cmdlet reads, and not for objects from the pipeline. Then a failure ends the command,
    /// because a check that expects no output must not pass if the server is down.
    /// </summary>
    private protected bool IsLoneRead => MyInvocation.MyCommand is CmdletInfo { Verb: VerbsCommon.Get } && !MyInvocation.ExpectingInput;

    internal bool IsBound(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>Runs a step whose failure ends the whole command.</summary>
    private protected T RunOrTerminate<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (SetupException e)
        {
            ThrowTerminatingError(e.ToErrorRecord());
            throw;
        }
    }

    /// <summary>Runs a step for one record. A failure is an error of that record.</summary>
    private protected void RunForRecord(Action step)
    {
        try
        {
            step();
        }
        catch (SetupException e)
        {
            Report(e);
        }
        catch (ArgumentException e)
        {
            Report(SetupErrors.InvalidArgument(e.Message));
        }
    }

    /// <summary>Releases the resources of the cmdlet.</summary>
    /// <param name="disposing">Whether the cmdlet has ended.</param>
    protected virtual void Dispose(bool disposing) => _stop.Dispose();

    /// <summary>Writes an error of a record, or ends the command with it.</summary>
    private protected virtual void Report(SetupException e)
    {
        if (IsLoneRead && e.Category != ErrorCategory.ObjectNotFound)
        {
            ThrowTerminatingError(e.ToErrorRecord());
        }

        WriteError(e.ToErrorRecord());
    }

    /// <summary>Waits for work on other threads, or for a stop.</summary>
    /// <exception cref="AuthleteApiException">The work failed.</exception>
    private protected T WaitFor<T>(Task<T> task)
    {
        try
        {
            task.Wait(_stop.Token);
            return task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
        catch (AggregateException e) when (e.InnerException is OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
        catch (AggregateException e) when (e.InnerException is AuthleteApiException failure)
        {
            throw failure;
        }
    }

    /// <summary>Sends a call and waits for its response, or for a stop.</summary>
    /// <exception cref="AuthleteApiException">The call failed.</exception>
    private protected OperationResult Send(AuthleteConnection connection, ApiCall call, ApiCredential? keys)
    {
        var traces = new List<CallTrace>(1);
        try
        {
            var answer = WaitFor(
                connection.Api.SendAsync(call, keys, _stop.Token, (failure, wait) => traces.Add(new CallTrace(call, failure, wait)))
            );
            traces.Add(new CallTrace(call, answer));
            return answer;
        }
        catch (AuthleteApiException failure)
        {
            traces.Add(new CallTrace(call, failure));
            throw;
        }
        finally
        {
            traces.ForEach(WriteTrace);
        }
    }

    /// <summary>Writes a warning. This method and the three below escape control characters in names and texts of others.</summary>
    private protected new void WriteWarning(string text) => base.WriteWarning(PrintableText.Escape(text));

    /// <summary>Writes to the verbose stream.</summary>
    private protected new void WriteVerbose(string text) => base.WriteVerbose(PrintableText.Escape(text));

    /// <summary>Asks whether to do something.</summary>
    private protected new bool ShouldProcess(string target, string action) =>
        base.ShouldProcess(PrintableText.Escape(target), PrintableText.Escape(action));

    /// <summary>Asks whether to do something that a text of several lines describes.</summary>
    private protected new bool ShouldProcess(string description, string question, string caption) =>
        base.ShouldProcess(PrintableText.EscapeLines(description), PrintableText.EscapeLines(question), caption);

    /// <summary>Writes a response or a part of one, with its unknown members as properties.</summary>
    private protected void WriteView(JsonView view) => WriteObject(OutputDecorator.Decorate(view));

    /// <summary>Writes the requests that were sent to the verbose stream.</summary>
    private protected void WriteTrace(CallTrace trace)
    {
        if (ShowsVerbose)
        {
            WriteVerbose(trace.ToString());
        }
    }

    /// <summary>Reads the certificate in a file as PEM. It is an error if the parameter for its text is used, too.</summary>
    private protected string ReadCertificateFile(string path, string parameter) =>
        IsBound(parameter)
            ? throw SetupErrors.CredentialConflict("-" + parameter + " and -" + parameter + "File")
            : Certificates.ReadFile(SessionState, path);

    private bool IsVerbose() =>
        MyInvocation.BoundParameters.TryGetValue("Verbose", out var value)
            ? LanguagePrimitives.IsTrue(value)
            : GetVariableValue("VerbosePreference") is not ActionPreference.SilentlyContinue;

    private protected void Warn(IEnumerable<string> warnings)
    {
        foreach (var warning in warnings)
        {
            WriteWarning(warning);
        }
    }
}
