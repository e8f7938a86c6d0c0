using System.Linq;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Connections;

/// <summary>The read-only calls that prove a credential, one for each kind.</summary>
internal static class CredentialProof
{
    private static readonly string[] s_serviceListMembers = ["totalCount", "services"];

    // A service without an issuer still has the lists.
    private static readonly string[] s_configurationMembers =
    [
        "issuer",
        "response_types_supported",
        "scopes_supported",
        "subject_types_supported",
    ];

    public static ApiCall NewCall(CredentialKind kind) =>
        kind == CredentialKind.ServiceOwner
            ? new ApiCall(Operations.ServiceGetList).WithQuery("start", "0").WithQuery("end", "1")
            : new ApiCall(Operations.ServiceConfiguration);

    /// <summary>Whether a response holds what Authlete's does; any web server may answer 200.</summary>
    public static bool IsProof(CredentialKind kind, OperationResult answer) =>
        answer.Body is { } body
        && (kind == CredentialKind.ServiceOwner ? s_serviceListMembers : s_configurationMembers).Any(name =>
            body.GetMember(name) is not null
        );
}
