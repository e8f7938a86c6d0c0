using System;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Connections;

/// <summary>The outcome of a credential test.</summary>
/// <param name="Result">The result, valid or not; null if the server couldn't decide.</param>
/// <param name="Error">The reason why the server couldn't decide.</param>
internal sealed record CredentialTest(AuthleteCredentialTest? Result, ErrorRecord? Error)
{
    /// <summary>Tests a credential as one kind after the other until the server accepts it.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="credential">The credential.</param>
    /// <param name="kinds">The kinds to test it as. If all are rejected, the result explains the first one.</param>
    /// <param name="send">Sends a call with a credential.</param>
    public static CredentialTest Run(
        AuthleteConnection connection,
        ApiCredential credential,
        CredentialKind[] kinds,
        Func<ApiCall, ApiCredential?, OperationResult> send
    )
    {
        AuthleteApiException? refusal = null;
        foreach (var kind in kinds)
        {
            try
            {
                return new CredentialTest(
                    ResultOf(send(CredentialProof.NewCall(kind), credential), kind, connection.BaseUri, credential.Key),
                    null
                );
            }
            catch (AuthleteApiException e) when (e.StatusCode == 401 || CredentialAdvice.IsAboutCredential(e.ResultCode))
            {
                refusal ??= e;
            }
            catch (AuthleteApiException e)
            {
                return new CredentialTest(null, ApiErrors.ToErrorRecord(e, connection.GetOrigin(kind), credential.Key, null));
            }
        }

        Version3Detection.AskServer(refusal!, send);
        return new CredentialTest(ResultOf(refusal!, connection.GetOrigin(kinds[0])), null);
    }

    private static AuthleteCredentialTest ResultOf(OperationResult answer, CredentialKind kind, Uri baseUri, string key)
    {
        var service = (answer.Body as ServiceGetListResponse)?.Services?.FirstOrDefault();
        return new AuthleteCredentialTest
        {
            Valid = true,
            Kind = kind.ToString(),
            BaseUri = baseUri,
            ApiKey = key,
            Issuer = kind == CredentialKind.Service ? answer.Body?.GetMember("issuer") as string : service?.Issuer,
            ServiceName = service?.ServiceName,
            Latency = answer.Elapsed,
            StatusCode = answer.StatusCode,
        };
    }

    private static AuthleteCredentialTest ResultOf(AuthleteApiException refusal, CallOrigin origin) =>
        new()
        {
            BaseUri = origin.BaseUri,
            ApiKey = origin.ApiKey,
            Latency = refusal.Elapsed,
            StatusCode = refusal.StatusCode,
            ResultCode = refusal.ResultCode,
            ResultMessage = refusal.ResultMessage,
            Reason = ApiErrors.ExplainRefusal(refusal, origin),
        };
}
