using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Sends prepared calls over one connection. Independent of cmdlets: it runs on any thread, for several records at once.</summary>
internal sealed class CallRunner(AuthleteApi api, ApiCredential credential)
{
    /// <summary>Sends a call. If it fails and there is an alternative call, sends that.</summary>
    /// <returns>The outcome, including failures. The task is canceled if the token is.</returns>
    public async Task<CallOutcome> RunAsync(PreparedCall prepared, CancellationToken cancellationToken)
    {
        var traces = new List<CallTrace>(1);
        var call = prepared.Call;
        var hasAlternative = prepared.FindAlternative is not null;
        while (true)
        {
            try
            {
                var sent = call;
                var answer = await api.SendAsync(
                        sent,
                        credential,
                        cancellationToken,
                        (failure, wait) => traces.Add(new CallTrace(sent, failure, wait))
                    )
                    .ConfigureAwait(false);
                traces.Add(new CallTrace(call, answer));
                RejectErrorAction(call, answer);
                return new CallOutcome(prepared, answer.Body, null, traces) { FollowsLostAttempt = answer.FollowsLostAttempt };
            }
            catch (AuthleteApiException failure) when (HasRemovedBefore(call, failure))
            {
                // An attempt whose response was lost has removed the object.
                traces.Add(new CallTrace(call, failure));
                return new CallOutcome(prepared, null, null, traces);
            }
            catch (SetupException refusal)
            {
                return new CallOutcome(prepared, null, null, traces) { Refusal = refusal };
            }
            catch (AuthleteApiException failure)
            {
                // An action that isn't success is a response, and traced as one.
                if (failure.Kind != ApiErrorKind.Action)
                {
                    traces.Add(new CallTrace(call, failure));
                }

                if (hasAlternative && prepared.FindAlternative!(failure) is { } alternative)
                {
                    hasAlternative = false;
                    call = alternative;
                    continue;
                }

                var recovered = prepared.Recover?.Invoke(failure);
                return new CallOutcome(prepared, recovered, recovered is null ? failure : null, traces);
            }
        }
    }

    private static bool HasRemovedBefore(ApiCall call, AuthleteApiException failure) =>
        call.Operation.Method == "DELETE" && failure.FollowsLostAttempt && ApiErrors.IsNotFound(failure);

    private void RejectErrorAction(ApiCall call, OperationResult answer)
    {
        var expected = call.Operation.SuccessActions;
        if (
            expected.Count > 0
            && answer.Body is ApiResponse response
            && response.GetMember("action") is string action
            && !expected.Contains(action)
        )
        {
            throw ApiErrors.FromAction(call, credential, response, action, answer);
        }
    }
}
