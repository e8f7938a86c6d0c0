using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using Authlete.PowerShell.Errors;
using Engine = System.Management.Automation.PowerShell;

namespace Authlete.PowerShell.Credentials;

/// <summary>Runs commands of SecretManagement, on the pipeline thread. The module is loaded only when a command is needed.</summary>
internal sealed class VaultCommands
{
    public const string Module = "Microsoft.PowerShell.SecretManagement";

    private volatile Engine? _running;
    private volatile bool _isStopped;

    /// <summary>Ends a command that waits for a password prompt or a remote vault, and keeps others from starting.</summary>
    public void Stop()
    {
        _isStopped = true;
        _running?.BeginStop(null, null);
    }

    /// <summary>Runs a command that asks nobody whether to change what it changes: the cmdlet has asked already.</summary>
    public void Change(string command, string purpose, params (string Name, object? Value)[] parameters)
    {
        // A vault of one's own may have no -Confirm to turn off.
        var asks = Run("Get-Command", purpose, "Microsoft.PowerShell.Core", [("Name", Module + "\\" + command)])
            .Any(found => found.BaseObject is CommandInfo { Parameters: { } known } && known.ContainsKey("Confirm"));
        Run(command, purpose, asks ? [.. parameters, ("Confirm", false), ("WhatIf", false)] : parameters);
    }

    /// <summary>Runs a command.</summary>
    /// <param name="command">The name of the command.</param>
    /// <param name="purpose">What it is needed for, as an infinitive, for the error where the module is not installed.</param>
    /// <param name="parameters">Its parameters; those that are null are left out.</param>
    /// <returns>What the command writes.</returns>
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

            // The engine stops what runs inside before it says so outside.
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
