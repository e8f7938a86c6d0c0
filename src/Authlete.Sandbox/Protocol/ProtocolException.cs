using System;

namespace Authlete.Sandbox.Protocol;

/// <summary>
/// A request is refused because it breaks a rule of the protocol, or because the service doesn't meet a precondition.
/// The API call succeeds, and its response reports the refusal.
/// </summary>
internal sealed class ProtocolException(string code, string error, string text, string action = ApiActions.BadRequest) : Exception(text)
{
    /// <summary>The result code.</summary>
    public string Code { get; } = code;

    /// <summary>The error code of OAuth or OpenID Connect.</summary>
    public string Error { get; } = error;

    /// <summary>The value of <c>action</c> while no redirect URI is known.</summary>
    public string Action { get; } = action;

    /// <summary>The caller or the service configuration caused the error: the client gets a server error.</summary>
    public static ProtocolException OfService(string code, string text) =>
        new(code, OAuthErrors.ServerError, text, ApiActions.InternalServerError);
}
