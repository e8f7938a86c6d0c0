using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Connections;

/// <summary>The read-only calls that test a credential, one for each kind.</summary>
internal static class CredentialProof
{
    public static ApiCall NewCall(CredentialKind kind) =>
        kind == CredentialKind.ServiceOwner
            ? new ApiCall(Operations.ServiceGetList).WithQuery("start", "0").WithQuery("end", "1")
            : new ApiCall(Operations.ServiceConfiguration);
}
