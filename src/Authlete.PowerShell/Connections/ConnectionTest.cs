using System;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Connections;

/// <summary>What the test of a connection found.</summary>
/// <param name="Error">The first refusal; null if every credential was accepted.</param>
internal sealed record ConnectionTest(ErrorRecord? Error)
{
    /// <summary>Proves credentials of a connection with one read-only call each.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="send">Sends a call with a credential.</param>
    /// <param name="kinds">Which to prove, if the connection has them.</param>
    public static ConnectionTest Run(
        AuthleteConnection connection,
        Func<ApiCall, ApiCredential?, OperationResult> send,
        params CredentialKind[] kinds
    )
    {
        foreach (var kind in kinds.Where(kind => connection.GetCredential(kind) is not null))
        {
            try
            {
                _ = send(CredentialProof.NewCall(kind), connection.GetCredential(kind));
            }
            catch (AuthleteApiException e)
            {
                Version3Detection.AskServer(e, send);
                var origin = connection.GetOrigin(kind) with { ActualKind = FindActualKind(e, connection.GetCredential(kind), send) };
                return new ConnectionTest(ApiErrors.ToErrorRecord(e, origin, origin.ApiKey!, null));
            }
        }

        return new ConnectionTest(Error: null);
    }

    /// <summary>The kind that a credential is of, if it was refused as another: the two are easily confused.</summary>
    private static CredentialKind? FindActualKind(
        AuthleteApiException refusal,
        ApiCredential? credential,
        Func<ApiCall, ApiCredential?, OperationResult> send
    )
    {
        if (CredentialAdvice.FindOtherKind(refusal.ResultCode) is not { } kind)
        {
            return null;
        }

        try
        {
            _ = send(CredentialProof.NewCall(kind), credential);
            return kind;
        }
        catch (AuthleteApiException)
        {
            return null;
        }
    }
}
