using System;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A cmdlet that calls one operation: its parameters are the operation's path values, query parameters and request fields.</summary>
public abstract class OperationCmdlet : ConnectedCmdlet
{
    private protected abstract Operation Operation { get; }

    private protected override CredentialKind CredentialKind => Operation.Credential;

    /// <summary>An identifier of what is acted on, for errors; never a secret.</summary>
    private protected virtual string? Target => null;

    /// <summary>Whether to add the client's ID to answers that don't name it, so that answers for many clients can be told apart and piped on.</summary>
    private protected virtual bool AddsClientId => false;

    /// <summary>The call that the parameters make.</summary>
    private protected abstract ApiCall NewCall();

    /// <summary>Takes everything that the record's call needs from the parameters.</summary>
    private protected virtual PreparedCall Prepare() => new(NewCall()) { Target = Target, ClientId = AddsClientId ? Target : null };

    /// <summary>Whether to send the call: cmdlets that change something ask here.</summary>
    private protected virtual bool ShouldSend() => true;

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        RunForRecord(() =>
        {
            ValidateInput();
            var call = Prepare();
            if (!ShouldSend())
            {
                return;
            }

            if (string.Equals(Operation.Method, "DELETE", StringComparison.Ordinal))
            {
                TrySend(call, out _);
            }
            else
            {
                SendAndWrite(call);
            }
        });
}
