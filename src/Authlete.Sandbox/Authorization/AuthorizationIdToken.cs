using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Authorization;

/// <summary>ID tokens for an authorization response.</summary>
internal static class AuthorizationIdToken
{
    /// <summary>Writes an ID token, with the hashes of the code and token that accompany it.</summary>
    public static string Write(
        AuthorizationRequest request,
        Authentication authentication,
        long now,
        string? accessToken = null,
        string? code = null
    ) => IdToken.Write(request.Client, authentication, now, request.Nonce, accessToken, code, request.Redirection.State);
}
