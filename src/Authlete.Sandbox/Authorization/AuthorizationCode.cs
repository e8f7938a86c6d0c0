using System.Collections.Generic;
using Authlete.Sandbox.Grants;
using Authlete.Sandbox.State;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Authorization;

/// <summary>The data of an authorization code.</summary>
internal sealed record AuthorizationCode(
    AuthorizationRequest Request,
    IReadOnlyList<string> Scopes,
    Authentication Authentication,
    IReadOnlyList<TokenProperty> Properties,
    long ExpiresAt
) : IOfClient
{
    public ClientRecord Client => Request.Client;

    public AuthorizationDetails? AuthorizationDetails { get; init; }

    public string? GrantId { get; init; }

    /// <summary>Claims to add to an access token in JWT form, a JSON object.</summary>
    public string? JwtClaims { get; init; }
}
