using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Sends the calls of one step of an import, each with the credential that its operation needs.</summary>
/// <param name="access">The service.</param>
internal sealed class ConfigurationSender(ServiceAccess access)
{
    /// <summary>The requests that were sent, which the pipeline thread writes.</summary>
    public List<CallTrace> Traces { get; } = [];

    public async Task<JsonView?> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var isOwners = call.Operation.Credential == CredentialKind.ServiceOwner;
        var runner = new CallRunner(access.Api, isOwners ? access.Owner! : access.Credential);
        var outcome = await runner.RunAsync(new PreparedCall(call), cancellationToken).ConfigureAwait(false);
        Traces.AddRange(outcome.Traces);
        return Take(outcome, isOwners ? access.OwnerOrigin : access.Origin);
    }

    /// <summary>The response of a call. A failure is thrown with its whole explanation.</summary>
    public static JsonView? Take(CallOutcome outcome, CallOrigin origin)
    {
        if (outcome.Failure is { } failure)
        {
            ApiErrors.ToErrorRecord(failure, origin, outcome.Prepared.Call.Operation.Name, null);
            throw failure;
        }

        return outcome.Body;
    }
}
