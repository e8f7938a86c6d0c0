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
    /// <summary>Proves each credential of a connection with one read-only call.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="send">Sends a call with a credential.</param>
    public static ConnectionTest Run(AuthleteConnection connection, Func<ApiCall, ApiCredential?, OperationResult> send)
    {
        foreach (
            var kind in new[] { CredentialKind.Service, CredentialKind.ServiceOwner }.Where(kind =>
                connection.GetCredential(kind) is not null
            )
        )
        {
            try
            {
                _ = send(CredentialProof.NewCall(kind), connection.GetCredential(kind));
            }
            catch (AuthleteApiException e)
            {
                Version3Detection.AskServer(e, send);
                var origin = connection.GetOrigin(kind);
                return new ConnectionTest(ApiErrors.ToErrorRecord(e, origin, origin.ApiKey!, null));
            }
        }

        return new ConnectionTest(Error: null);
    }
}
