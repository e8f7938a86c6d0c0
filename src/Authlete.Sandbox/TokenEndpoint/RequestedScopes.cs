using System.Collections.Generic;
using System.Linq;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.TokenEndpoint;

/// <summary>The scopes of a token request that starts a new grant.</summary>
internal static class RequestedScopes
{
    /// <summary>
    /// The requested scopes, or the default ones, that the service and the client have. Without a user, openid has no meaning and
    /// is dropped.
    /// </summary>
    public static IReadOnlyList<string> Read(TokenRequest request, string repeated, string none, bool withoutUser = false)
    {
        request.Parameters.Once("scope", repeated);

        var service = request.Call.Service;
        var asked = request.Parameters.First("scope") is null ? service.DefaultScopes : request.Parameters.Words("scope");
        var scopes = service.Requestable(request.Client, asked.Where(name => !withoutUser || name != "openid"));
        return scopes.Count == 0 && service.Document.Flag("scopeRequired")
            ? throw new ProtocolException(none, OAuthErrors.InvalidScope, "The request has no usable scope, and the service demands one.")
            : scopes;
    }
}
