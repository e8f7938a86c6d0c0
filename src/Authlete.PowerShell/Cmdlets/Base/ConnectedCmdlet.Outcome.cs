using System.Management.Automation;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Errors;
using Authlete.PowerShell.Formatting;

namespace Authlete.PowerShell.Cmdlets;

// Writes the outcomes of calls.
public abstract partial class ConnectedCmdlet
{
    /// <summary>Writes the traces of a call, and its error if it failed.</summary>
    /// <returns>The body of the response. Null if there is none or the call failed.</returns>
    private protected JsonView? Conclude(CallOutcome outcome, out bool hasFailed)
    {
        WriteTraces(outcome);
        if (outcome.Refusal is { } refusal)
        {
            hasFailed = true;
            Report(refusal);
            return null;
        }

        hasFailed = outcome.Failure is not null;
        if (outcome.Failure is { } failure)
        {
            var error = ToErrorRecord(outcome, failure, null);
            if ((IsLoneRead || outcome.Prepared.IsList) && !ApiErrors.IsNotFound(failure))
            {
                ThrowTerminatingError(error);
            }

            WriteError(error);
        }

        return outcome.Body;
    }

    /// <summary>Writes the error of a call that failed.</summary>
    /// <param name="outcome">The outcome of the call.</param>
    /// <param name="consequence">The known state after the failure, and what to do.</param>
    private protected void Report(CallOutcome outcome, string consequence) =>
        WriteError(ToErrorRecord(outcome, outcome.Failure!, consequence));

    private ErrorRecord ToErrorRecord(CallOutcome outcome, AuthleteApiException failure, string? consequence) =>
        ApiErrors.ToErrorRecord(
            failure,
            ActiveConnection.GetOrigin(ActiveKind),
            outcome.Prepared.Call.Operation.Name,
            outcome.Prepared.Target,
            consequence
        );

    private protected void WriteTraces(CallOutcome outcome)
    {
        outcome.Traces.ForEach(WriteTrace);
        outcome.Traces.Clear();
    }

    private void Write(PreparedCall call, CallOutcome outcome)
    {
        var body = Conclude(outcome, out var hasFailed);
        if (hasFailed || call.IsSilent)
        {
            return;
        }

        if (body is null)
        {
            if (call.WarningWithoutBody is { } warning)
            {
                WriteWarning(warning);
            }

            return;
        }

        if (outcome.FollowsLostAttempt && call.CorrectRepeated?.Invoke(body) is { } correction)
        {
            WriteWarning(correction);
        }

        if (call.ClientId is { } clientId)
        {
            OutputDecorator.AddClientId(body, clientId);
        }

        if (call.Project is { } project)
        {
            WriteObject(project(body));
        }
        else
        {
            WriteView(body);
        }
    }
}
