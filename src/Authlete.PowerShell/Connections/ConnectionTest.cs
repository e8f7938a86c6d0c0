using System;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Connections;

/// <summary>The result of a connection test.</summary>
/// <param name="Error">The first rejection; null if the server accepted all credentials.</param>
internal sealed record ConnectionTest(ErrorRecord? Error)
{
    /// <summary>Tests each credential of a connection with one read-only call.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="send">Sends a call with a credential.</param>
    /// <param name="kinds">The kinds of credentials to test, if the connection has them.</param>
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

    /// <summary>Returns the actual kind of a rejected credential, because the two kinds are easily confused; null if it is neither.</summary>
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
