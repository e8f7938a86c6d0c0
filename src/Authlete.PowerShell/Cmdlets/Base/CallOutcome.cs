using System.Collections.Generic;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>What became of a prepared call: an answer, or a failure that the pipeline thread writes as an error.</summary>
/// <param name="Prepared">The call.</param>
/// <param name="Body">The answer's body; null if it has none or the call failed.</param>
/// <param name="Failure">Why the call failed; null if it succeeded.</param>
/// <param name="Traces">What was sent, in order; emptied when it is written.</param>
internal sealed record CallOutcome(PreparedCall Prepared, JsonView? Body, AuthleteApiException? Failure, List<CallTrace> Traces)
{
    /// <summary>Why the call was not sent again; null if that was not refused.</summary>
    public SetupException? Refusal { get; init; }

    /// <summary>Whether an attempt before the answer may have arrived.</summary>
    public bool FollowsLostAttempt { get; init; }
}
