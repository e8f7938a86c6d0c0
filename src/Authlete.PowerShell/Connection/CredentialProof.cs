using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Connection;

/// <summary>The read-only calls that prove a pair, one for each kind.</summary>
internal static class CredentialProof
{
    public static ApiCall For(CredentialKind kind) => kind == CredentialKind.ServiceOwner
        ? new ApiCall(Operations.ServiceGetList).WithQuery("start", "0").WithQuery("end", "1")
        : new ApiCall(Operations.ServiceConfiguration);

    /// <summary>Tells which product answers; it needs no credential.</summary>
    public static ApiCall Version() => new(Operations.Info);

    public static bool IsVersion3(ApiAnswer answer) =>
        answer.Body is InfoResponse { Version: { } version } && version.StartsWith("3", System.StringComparison.Ordinal);
}
