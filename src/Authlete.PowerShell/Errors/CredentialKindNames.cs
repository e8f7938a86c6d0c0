using Authlete.ApiClient.Api;

namespace Authlete.PowerShell.Errors;

/// <summary>The kinds of credential as messages name them.</summary>
internal static class CredentialKindNames
{
    public static string ToDisplayName(this CredentialKind kind) => kind == CredentialKind.ServiceOwner ? "service owner" : "service";
}
