using System.Linq;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Connection;

/// <summary>The read-only calls that prove a pair, one for each kind.</summary>
internal static class CredentialProof
{
    private static readonly string[] s_ofList = ["totalCount", "services"];

    // A service without an issuer still has the lists.
    private static readonly string[] s_ofDocument = ["issuer", "response_types_supported", "scopes_supported", "subject_types_supported"];

    public static ApiCall For(CredentialKind kind) => kind == CredentialKind.ServiceOwner
        ? new ApiCall(Operations.ServiceGetList).WithQuery("start", "0").WithQuery("end", "1")
        : new ApiCall(Operations.ServiceConfiguration);

    /// <summary>Whether an answer holds what Authlete's does; any web server may answer 200.</summary>
    public static bool IsProof(CredentialKind kind, OperationResult answer) => answer.Body is { } body
        && (kind == CredentialKind.ServiceOwner ? s_ofList : s_ofDocument).Any(name => body.GetMember(name) is not null);

    /// <summary>Tells which product answers; it needs no credential.</summary>
    public static ApiCall Version() => new(Operations.Info);

    public static bool IsVersion3(OperationResult answer) =>
        answer.Body is InfoResponse { Version: { } version } && version.StartsWith("3", System.StringComparison.Ordinal);
}
