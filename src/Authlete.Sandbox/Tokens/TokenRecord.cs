using System.Collections.Generic;
using System.Linq;
using Authlete.Sandbox.Grants;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>An access token and its refresh token as the database stores them: only hashes. Times are in milliseconds.</summary>
internal sealed record TokenRecord
{
    public required long Number { get; init; }

    public required ClientRecord Client { get; init; }

    public required bool ClientIdAliasUsed { get; init; }

    public required string GrantType { get; init; }

    public string? Subject { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required string AccessTokenHash { get; init; }

    public required long AccessTokenExpiresAt { get; init; }

    public string? RefreshTokenHash { get; init; }

    public long RefreshTokenExpiresAt { get; init; }

    public required long CreatedAt { get; init; }

    public long LastRefreshedAt { get; init; }

    public IReadOnlyList<TokenProperty> Properties { get; init; } = [];

    public IReadOnlyList<string> Resources { get; init; } = [];

    public AuthorizationDetails? AuthorizationDetails { get; init; }

    /// <summary>The grant that the token belongs to (Grant Management for OAuth 2.0).</summary>
    public string? GrantId { get; init; }

    public TokenBinding Binding { get; init; }

    /// <summary>The <c>userinfo</c> part of the request's claims parameter, a JSON object.</summary>
    public string? UserInfoClaims { get; init; }

    public string? Acr { get; init; }

    /// <summary>Seconds since the Unix epoch, 0 when not known.</summary>
    public long AuthTime { get; init; }

    public bool Persistent { get; init; }

    public bool ForExternalAttachment { get; init; }

    public bool Has(string scope) => Scopes.Contains(scope);

    public bool AccessTokenExpired(long now) => AccessTokenExpiresAt <= now;

    public bool Refreshable(long now) => RefreshTokenHash is not null && RefreshTokenExpiresAt > now;
}

/// <summary>An arbitrary property of a token. Hidden properties aren't shown to the client.</summary>
internal sealed record TokenProperty(string Key, string? Value, bool Hidden);
