using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A cmdlet that sets the lock flag of a client. A client that has it as wanted already is no error.</summary>
public abstract class ClientLockCmdlet : OperationCmdlet
{
    /// <summary>The client id, or its alias.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientIdentifier")]
    [Identifier("clientId", "clientIdentifier")]
    public string? ClientId { get; set; }

    private protected abstract bool Locked { get; }

    /// <summary>The result code of a client that is as wanted already.</summary>
    private protected abstract string CodeWhenDone { get; }

    private protected override bool NamesClient => true;

    private protected override Operation Operation => Operations.ClientFlagUpdate;

    private protected override string? Target => ClientId;

    private protected override bool IsWanted() => ShouldProcess("client " + ClientId, Locked ? "Lock" : "Unlock");

    private protected override ApiCall NewCall() =>
        new ApiCall(Operation) { Body = new ClientFlagUpdateRequest { ClientLocked = Locked } }.WithPathValue("clientIdentifier", ClientId!);

    private protected override void Process(ApiCall call)
    {
        AuthleteApiException? done = null;
        if (Call(call, Target, failure => (done = failure.ResultCode == CodeWhenDone ? failure : null) is not null) is { Body: { } body })
        {
            Write(body);
        }
        else if (done is not null)
        {
            var answer = new ClientFlagUpdateResponse();
            answer.SetMember("resultCode", done.ResultCode);
            answer.SetMember("resultMessage", done.ResultMessage);
            Write(answer);
        }
    }
}
