using System.Collections.Generic;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>The outcome of a prepared call: a response, or a failure that the pipeline thread writes as an error.</summary>
/// <param name="Prepared">The call.</param>
/// <param name="Body">The body of the response. Null if it has none or the call failed.</param>
/// <param name="Failure">The failure. Null if the call succeeded.</param>
/// <param name="Traces">The requests that were sent, in order. Emptied when they are written.</param>
internal sealed record CallOutcome(PreparedCall Prepared, JsonView? Body, AuthleteApiException? Failure, List<CallTrace> Traces)
{
    /// <summary>The reason why the call wasn't sent again. Null if it could be.</summary>
    public SetupException? Refusal { get; init; }

    /// <summary>Whether an attempt before the response may have arrived.</summary>
    public bool FollowsLostAttempt { get; init; }
}
