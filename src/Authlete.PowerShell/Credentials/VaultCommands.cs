using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using Authlete.PowerShell.Errors;
using Engine = System.Management.Automation.PowerShell;

namespace Authlete.PowerShell.Credentials;

/// <summary>Runs commands of SecretManagement on the pipeline thread. Loads the module only when a command is needed.</summary>
internal sealed class VaultCommands
{
    public const string Module = "Microsoft.PowerShell.SecretManagement";

    private volatile Engine? _running;
    private volatile bool _isStopped;

    /// <summary>Stops a command that waits for a password prompt or a remote vault, and prevents others from starting.</summary>
    public void Stop()
    {
        _isStopped = true;
        _running?.BeginStop(null, null);
    }

    /// <summary>Runs a command that makes a change, without its confirmation prompt: the cmdlet has already asked.</summary>
    public void Change(string command, string purpose, params (string Name, object? Value)[] parameters)
    {
        // A custom command may not have -Confirm.
        var asks = Run("Get-Command", purpose, "Microsoft.PowerShell.Core", [("Name", Module + "\\" + command)])
            .Any(found => found.BaseObject is CommandInfo { Parameters: { } known } && known.ContainsKey("Confirm"));
        Run(command, purpose, asks ? [.. parameters, ("Confirm", false), ("WhatIf", false)] : parameters);
    }

    /// <summary>Runs a command.</summary>
    /// <param name="command">The name of the command.</param>
    /// <param name="purpose">The purpose as an infinitive, for the error message if the module isn't installed.</param>
    /// <param name="parameters">The parameters of the command. Those that are null are omitted.</param>
    /// <returns>The output of the command.</returns>
    /// <exception cref="VaultException">The vault, or SecretManagement, reports an error.</exception>
    public Collection<PSObject> Run(string command, string purpose, params (string Name, object? Value)[] parameters) =>
        Run(command, purpose, Module, parameters);

    private Collection<PSObject> Run(string command, string purpose, string module, (string Name, object? Value)[] parameters)
    {
        using var engine = Engine.Create(RunspaceMode.CurrentRunspace);
        engine
            .AddCommand(module + "\\" + command)
            .AddParameter("ErrorAction", ActionPreference.Stop)
            .AddParameter("Verbose", false)
            .AddParameter("Debug", false);
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                engine.AddParameter(name, value);
            }
        }

        _running = engine;
        try
        {
            var found = _isStopped ? throw new PipelineStoppedException() : engine.Invoke();

            // The engine stops the nested pipeline before it reports that the outer one stops.
            return engine.InvocationStateInfo.State == PSInvocationState.Stopped ? throw new PipelineStoppedException() : found;
        }
        catch (CommandNotFoundException)
        {
            throw SetupErrors.SecretManagementMissing(purpose);
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            throw new VaultException(e);
        }
        finally
        {
            _running = null;
        }
    }
}
