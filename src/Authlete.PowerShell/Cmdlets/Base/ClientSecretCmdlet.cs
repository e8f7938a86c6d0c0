using System;
using System.Collections.Generic;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Completion;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A cmdlet that replaces the secrets of clients. With <c>-OutSecretName</c>, they go into a vault.</summary>
public abstract class ClientSecretCmdlet : ThrottledOperationCmdlet
{
    // Records whose entries can have the same name. They wait for the end of the input.
    private readonly List<(string Identifier, Func<string> NewSecret)> _held = [];
    private SecretDestination? _destination;

    /// <summary>The name of the SecretManagement entry in which to store the client ID and the new secret, as a PSCredential. The name can contain the placeholders <c>{ClientId}</c> and <c>{ClientName}</c>. The output then contains no secret.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string? OutSecretName { get; set; }

    /// <summary>The SecretManagement vault in which to store the entry. By default, the default vault.</summary>
    [Parameter]
    [Alias("OutVaultName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VaultNameCompleter))]
    public string? OutVault { get; set; }

    /// <summary>The action, for the prompt.</summary>
    private protected abstract string SecretAction { get; }

    /// <summary>Creates the function that returns the record's secret from the parameters.</summary>
    private protected abstract Func<string> PrepareSecret();

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _destination = RunOrTerminate(() => SecretDestination.Open(SecretOwner.Client, VaultCommands, OutSecretName, OutVault));
        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_destination is not { } destination)
        {
            base.ProcessRecord();
            return;
        }

        RunForRecord(() =>
        {
            ValidateInput();
            var record = (Target!, PrepareSecret());
            if (destination.HasId || !MyInvocation.ExpectingInput)
            {
                Change(record);
                return;
            }

            if (destination.IsConstant)
            {
                RunOrTerminate(() => destination.Claim(OutSecretName!, "client " + Target));
            }

            _held.Add(record);
        });
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_destination is { IsConstant: false })
        {
            _held.ForEach(record => ClaimName(record.Identifier));
            DrainQueue();
        }

        _held.ForEach(record => RunForRecord(() => Change(record)));
        base.EndProcessing();
    }

    private static PreparedCall NewRead(string identifier) =>
        new(new ApiCall(Operations.ClientGet).WithPathValue("clientId", identifier)) { Target = identifier };

    /// <summary>Reads a client and reserves the name of its entry. Ends the command if another client has that name, before anything is changed.</summary>
    private void ClaimName(string identifier) =>
        RunForRecord(() =>
        {
            var read = NewRead(identifier);
            var runner = Runner;
            Submit(
                new QueuedCall(
                    token => runner.RunAsync(read, token),
                    outcome =>
                    {
                        // A client that can't be read, or whose entry has no name, is an error when it is processed.
                        WriteTraces(outcome);
                        if (outcome.Body is Client { ClientName.Length: > 0 } client)
                        {
                            RunOrTerminate(() => _destination!.Claim(_destination.NameFor(client), SecretOwner.Client.Describe(client)));
                        }
                    }
                )
            );
        });

    private void Change((string Identifier, Func<string> NewSecret) record)
    {
        var destination = _destination!;
        var read = NewRead(record.Identifier);
        var runner = Runner;
        SecretChange? change = null;
        Submit(
            new QueuedCall(
                token => runner.RunAsync(read, token),
                outcome =>
                {
                    if (change is null)
                    {
                        Conclude(outcome, out _);
                    }
                    else
                    {
                        WriteTraces(outcome);
                        if (change.Finish(Report) is { } answer)
                        {
                            WriteObject(answer);
                        }
                    }
                }
            )
            {
                Key = record.Identifier,
                Continue = outcome =>
                {
                    if (outcome.Body is not Client client)
                    {
                        return null;
                    }

                    var owner = SecretOwner.Client.Describe(client);
                    var name = destination.NameFor(client);
                    if (destination.HasId)
                    {
                        destination.Claim(name, owner);
                    }

                    Warn(client, owner);
                    if (!ShouldProcess(owner, $"{SecretAction} and put it into {destination.Locate(name)}; the old secret stops working"))
                    {
                        return null;
                    }

                    var started = new SecretChange(destination, client, name, record.NewSecret());
                    started.Store();
                    change = started;
                    return token => started.SetAsync(runner, token);
                },
            }
        );
    }

    private void Warn(Client client, string owner)
    {
        if (KeyedSecrets.Find(client) is { Count: > 0 } uses)
        {
            WriteWarning(
                $"The secret of the {owner} is also a key ({string.Join(", ", uses)}). Data that was signed or encrypted with the old secret can't be verified or decrypted with the new one."
            );
        }
    }
}
