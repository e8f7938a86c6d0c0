using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A cmdlet whose parameters are the fields of a request.</summary>
/// <typeparam name="TRequest">The request.</typeparam>
public abstract class RequestCmdlet<TRequest> : ConnectedCmdlet
    where TRequest : JsonView, new()
{
    private protected abstract Operation Operation { get; }

    private protected override CredentialKind CredentialKind => Operation.Credential;

    private protected abstract void Fill(TRequest request);

    /// <summary>An identifier of what is acted on, for errors; never a secret.</summary>
    private protected virtual string? Target => null;

    /// <inheritdoc/>
    protected override void ProcessRecord() => ForInput(() =>
    {
        var request = new TRequest();
        Fill(request);
        Process(new ApiCall(Operation) { Body = request });
    });

    private protected virtual void Process(ApiCall call) => Relay(call, Target);
}
