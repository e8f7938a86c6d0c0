using System;

namespace Authlete.Sandbox.Protocol;

/// <summary>
/// A request is refused by the rules of the protocol, or by a precondition that the service itself failed to meet.
/// The API call succeeds; the refusal is what its answer says.
/// </summary>
internal sealed class ProtocolException(string code, string error, string text, string action = ApiActions.BadRequest) : Exception(text)
{
    /// <summary>The result code.</summary>
    public string Code { get; } = code;

    /// <summary>The error code of OAuth or OpenID Connect.</summary>
    public string Error { get; } = error;

    /// <summary>The value of <c>action</c> where no redirect URI is settled.</summary>
    public string Action { get; } = action;

    /// <summary>The fault is the caller's or the service configuration's: the client gets a server error.</summary>
    public static ProtocolException OfService(string code, string text) =>
        new(code, OAuthErrors.ServerError, text, ApiActions.InternalServerError);
}
