using System.Collections.Generic;
using System.Linq;
using Authlete.Sandbox.Grants;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Authorization;

/// <summary>A valid authorization request.</summary>
internal sealed record AuthorizationRequest
{
    public required ClientRecord Client { get; init; }

    public required bool ClientIdAliasUsed { get; init; }

    public required ResponseType ResponseType { get; init; }

    public required Redirection Redirection { get; init; }

    /// <summary>Whether the request contained the redirect URI, so that the token request must contain it too.</summary>
    public required bool RedirectUriExplicit { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public string? Nonce { get; init; }

    public string? CodeChallenge { get; init; }

    public string? CodeChallengeMethod { get; init; }

    public IReadOnlyList<string> Prompts { get; init; } = [];

    /// <summary>Seconds; 0 if neither the request nor the client sets it.</summary>
    public int MaxAge { get; init; }

    public required string Display { get; init; }

    public IReadOnlyList<string> UiLocales { get; init; } = [];

    public IReadOnlyList<string> ClaimsLocales { get; init; } = [];

    public required RequestedClaims Claims { get; init; }

    public string? LoginHint { get; init; }

    public IReadOnlyList<string> Resources { get; init; } = [];

    public AuthorizationDetails? AuthorizationDetails { get; init; }

    public GrantRequest? GrantRequest { get; init; }

    /// <summary>The payload of the request object, if there was one.</summary>
    public string? RequestObjectPayload { get; init; }

    public bool Has(string scope) => Scopes.Contains(scope);
}

/// <summary>An authorization request that waits for the user's decision.</summary>
internal sealed record AuthorizationTicket(AuthorizationRequest Request, long ExpiresAt) : IOfClient
{
    public ClientRecord Client => Request.Client;
}
