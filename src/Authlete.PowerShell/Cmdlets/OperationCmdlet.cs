using System;
using System.Globalization;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A cmdlet that calls one operation: its parameters are the operation's path values, query parameters and request fields.</summary>
public abstract class OperationCmdlet : ConnectedCmdlet
{
    private protected abstract Operation Operation { get; }

    private protected override CredentialKind CredentialKind => Operation.Credential;

    /// <summary>An identifier of what is acted on, for errors; never a secret.</summary>
    private protected virtual string? Target => null;

    /// <summary>Whether the answer doesn't say which client it is about, and is told, so that answers for many clients can be told apart and go on.</summary>
    private protected virtual bool NamesClient => false;

    /// <summary>The call that the parameters make.</summary>
    private protected abstract ApiCall NewCall();

    /// <summary>Whether to go on: cmdlets that change something ask here.</summary>
    private protected virtual bool IsWanted() => true;

    /// <inheritdoc/>
    protected override void ProcessRecord() => ForInput(() =>
    {
        var call = NewCall();
        if (IsWanted())
        {
            Process(call);
        }
    });

    /// <summary>Sends the call and writes its answer; what was deleted leaves nothing to write.</summary>
    private protected virtual void Process(ApiCall call)
    {
        if (string.Equals(Operation.Method, "DELETE", StringComparison.Ordinal))
        {
            Call(call, Target);
        }
        else if (Call(call, Target) is { Body: { } body })
        {
            Write(body);
        }
    }

    private protected void Write(JsonView answer)
    {
        if (NamesClient)
        {
            PSObject.AsPSObject(answer).Properties.Add(new PSNoteProperty("ClientId", long.TryParse(Target, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : Target));
        }

        WriteView(answer);
    }
}
