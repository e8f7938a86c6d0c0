using System;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Credentials;
using Authlete.PowerShell.Errors;
using Authlete.PowerShell.Formatting;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>
/// The change of a client's secret that goes into a vault. It writes the vault first, then sets the secret at the server, and then reads it
/// back. So the current secret is always in one of the two.
/// </summary>
/// <param name="destination">The vault.</param>
/// <param name="client">The client as it was read.</param>
/// <param name="name">The name of the entry.</param>
/// <param name="secret">The new secret.</param>
internal sealed class SecretChange(SecretDestination destination, Client client, string name, string secret)
{
    private readonly string _id = destination.Owner.IdOf(client) ?? throw new ArgumentException("The client has no ID.");
    private SecretEntry? _entry;
    private CallOutcome? _update;
    private CallOutcome? _readBack;

    private string Target => destination.Owner.Describe(client);

    private string Place => destination.Locate(name);

    private string Comparison =>
        $"Compare it with {destination.Owner.ReadCommand(_id)}, which is the secret in force, or run the command again.";

    /// <summary>Writes the secret into the vault. If that fails, nothing has changed.</summary>
    public void Store()
    {
        _entry = destination.Read(name, _id, Target);
        try
        {
            destination.Write(_entry, _id, secret);
        }
        catch (VaultException e)
        {
            throw Undo() is { } failure
                ? SetupErrors.SecretNotRestored(
                    Place,
                    Target,
                    $"Writing failed: {e.Message} Restoring failed: {failure} Nothing was changed at the service. {Comparison}"
                )
                : SetupErrors.SecretNotWritten(
                    Place,
                    Target,
                    $"{e.Message} The secret that {destination.Owner.ReadCommand(_id)} shows stays in force."
                );
        }
    }

    /// <summary>Sets the secret, and reads the server's secret even if that failed.</summary>
    public async Task<CallOutcome> SetAsync(CallRunner runner, CancellationToken token)
    {
        _update = await runner
            .RunAsync(
                Prepare(
                    new ApiCall(Operations.ClientSecretUpdate)
                    {
                        Body = new ClientSecretUpdateRequest { ClientSecret = secret },
                    }.WithPathValue("clientIdentifier", _id)
                ),
                token
            )
            .ConfigureAwait(false);
        _readBack = await runner
            .RunAsync(Prepare(new ApiCall(Operations.ClientGet).WithPathValue("clientId", _id)), token)
            .ConfigureAwait(false);
        return _readBack with { Traces = [.. _update.Traces, .. _readBack.Traces] };
    }

    /// <summary>The result, after the server's secret was read.</summary>
    /// <param name="write">Writes the error of a failed call, with the known state of the secret.</param>
    /// <returns>The response without its secrets. Null if the change failed.</returns>
    public object? Finish(Action<CallOutcome, string> write)
    {
        var update = _update!;
        var current = (_readBack!.Body as Client)?.ClientSecret;
        if (current == secret)
        {
            return Describe(update.Body as ClientSecretUpdateResponse ?? new ClientSecretUpdateResponse());
        }

        if (current is not null && current == client.ClientSecret)
        {
            Report(update, RestoreFormer(update), write);
        }
        else if (current is not null)
        {
            Report(
                update,
                $"The {Target} now has a different secret from the one that was set and that {Place} contains. {Comparison}",
                write
            );
        }
        else if (update.Failure is null)
        {
            var text = $"The server confirmed the change, and {Place} contains the new secret, but reading it back failed. {Comparison}";
            Report(_readBack, text, write);
        }
        else
        {
            Report(update, $"The new secret is in {Place}, but it isn't known whether the {Target} has it. {Comparison}", write);
        }

        return null;
    }

    private void Report(CallOutcome outcome, string text, Action<CallOutcome, string> write)
    {
        if (outcome.Failure is null)
        {
            throw SetupErrors.SecretNotConfirmed(Target, text);
        }

        write(outcome, text);
    }

    /// <summary>Restores the entry, because the former secret is still valid.</summary>
    /// <returns>The text about the current secret and the contents of the entry.</returns>
    private string RestoreFormer(CallOutcome update)
    {
        var cause = update.Failure is { } failure ? failure.Message + " " : "";
        return Undo() is { } reason
            ? throw SetupErrors.SecretNotRestored(
                Place,
                Target,
                $"{cause}The former secret of the {Target} is still in force: {destination.Owner.ReadCommand(_id)} shows it. Restoring the entry failed: {reason}"
            )
            : $"The former secret of the {Target} is still in force, and {Place} is unchanged. Run the command again.";
    }

    private string? Undo()
    {
        try
        {
            destination.Restore(_entry!, _id, secret);
            return null;
        }
        catch (VaultException e)
        {
            return e.Message;
        }
    }

    private object Describe(ClientSecretUpdateResponse answer)
    {
        answer.RemoveMember("newClientSecret");
        answer.RemoveMember("oldClientSecret");
        OutputDecorator.AddClientId(answer, _id);
        destination.AddPlace(answer, name);
        return OutputDecorator.Decorate(answer);
    }

    private PreparedCall Prepare(ApiCall call) => new(call) { Target = _id };
}
