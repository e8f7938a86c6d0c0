using System;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A cmdlet that calls one operation. Its parameters are the operation's path values, query parameters and request fields.</summary>
public abstract class OperationCmdlet : ConnectedCmdlet
{
    private protected abstract Operation Operation { get; }

    private protected override CredentialKind CredentialKind => Operation.Credential;

    /// <summary>The identifier of the object to act on, for errors. Never a secret.</summary>
    private protected virtual string? Target => null;

    /// <summary>Whether to add the client's ID to responses that lack it, so that you can tell the responses for many clients apart and pipe them on.</summary>
    private protected virtual bool AddsClientId => false;

    /// <summary>The call that the parameters describe.</summary>
    private protected abstract ApiCall NewCall();

    /// <summary>Copies all that the record's call needs from the parameters.</summary>
    private protected virtual PreparedCall Prepare() =>
        new(NewCall())
        {
            Target = Target,
            ClientId = AddsClientId ? Target : null,
            IsSilent = string.Equals(Operation.Method, "DELETE", StringComparison.Ordinal),
        };

    /// <summary>Whether to send the call. Cmdlets that change something prompt here.</summary>
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

            Submit(call);
        });
}
