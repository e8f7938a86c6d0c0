using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Authorization;

/// <summary>ID tokens that an authorization request has asked for.</summary>
internal static class AuthorizationIdToken
{
    /// <summary>Writes one, with the hashes of what is issued along.</summary>
    public static string Write(
        AuthorizationRequest request,
        Authentication authentication,
        long now,
        string? accessToken = null,
        string? code = null
    ) => IdToken.Write(request.Client, authentication, now, request.Nonce, accessToken, code, request.Redirection.State);
}
