using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A cmdlet that sets the lock flag of a client. If the client already has it, it isn't an error.</summary>
public abstract class ClientLockCmdlet : ThrottledOperationCmdlet
{
    /// <summary>The ID or alias of the client.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientIdentifier")]
    [Identifier("clientId", "clientIdentifier")]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    private protected override PipedIdentifier? PipedIdentifier =>
        new(nameof(ClientId), ClientId, nameof(Client), nameof(ClientFlagUpdateResponse));

    private protected abstract bool Locked { get; }

    /// <summary>The result code for a client that already has the flag.</summary>
    private protected abstract string CodeWhenDone { get; }

    private protected override bool AddsClientId => true;

    private protected override Operation Operation => Operations.ClientFlagUpdate;

    private protected override string? Target => ClientId;

    private protected override bool ShouldSend() => ShouldProcess("client " + ClientId, Locked ? "Lock" : "Unlock");

    private protected override ApiCall NewCall() =>
        new ApiCall(Operation) { Body = new ClientFlagUpdateRequest { ClientLocked = Locked } }.WithPathValue(
            "clientIdentifier",
            ClientId!
        );

    private protected override PreparedCall Prepare()
    {
        var codeWhenDone = CodeWhenDone;
        return base.Prepare() with { Recover = failure => failure.ResultCode == codeWhenDone ? ToResponse(failure) : null };
    }

    private static ClientFlagUpdateResponse ToResponse(AuthleteApiException failure)
    {
        var response = new ClientFlagUpdateResponse();
        response.SetMember("resultCode", failure.ResultCode);
        response.SetMember("resultMessage", failure.ResultMessage);
        return response;
    }
}
