using System.Management.Automation;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Errors;
using Engine = System.Management.Automation.PowerShell;

namespace Authlete.PowerShell.Credentials;

/// <summary>Reads an entry of a SecretManagement vault. The module is loaded only when an entry is needed.</summary>
internal sealed class VaultReader
{
    public const string Module = "Microsoft.PowerShell.SecretManagement";

    private volatile Engine? _running;

    /// <summary>Ends a read that waits for a password prompt or a remote vault.</summary>
    public void Stop() => _running?.BeginStop(null, null);

    /// <param name="name">The name of the entry.</param>
    /// <param name="vault">The name of the vault, or null for all.</param>
    /// <param name="source">The entry in words, for errors.</param>
    public object? GetSecret(string name, string? vault, string source)
    {
        using var engine = Engine.Create(RunspaceMode.CurrentRunspace);
        engine
            .AddCommand(Module + "\\Get-Secret")
            .AddParameter("Name", name)
            .AddParameter("ErrorAction", ActionPreference.Stop)
            .AddParameter("Verbose", false)
            .AddParameter("Debug", false);
        if (vault is not null)
        {
            engine.AddParameter("Vault", vault);
        }

        _running = engine;
        try
        {
            var found = engine.Invoke();
            if (engine.InvocationStateInfo.State == PSInvocationState.Stopped)
            {
                // The engine stops what runs inside before it says so outside.
                throw new PipelineStoppedException();
            }

            return found.Count == 1
                ? PlainValues.Unwrap(found[0])
                : throw SetupErrors.SecretNotFound(source, found.Count == 0 ? "there is none" : "there are several");
        }
        catch (CommandNotFoundException)
        {
            throw SetupErrors.SecretManagementMissing(source);
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            // The record is the vault's own; the exception around it only says that ErrorAction was Stop.
            throw SetupErrors.SecretNotFound(source, e.ErrorRecord.Exception.Message);
        }
        finally
        {
            _running = null;
        }
    }
}
