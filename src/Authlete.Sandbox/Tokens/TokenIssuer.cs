using System;
using System.Collections.Generic;
using Authlete.Sandbox.Grants;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>The properties of tokens to issue.</summary>
internal sealed record TokenOrder(ClientRecord Client, string GrantType, IReadOnlyList<string> Scopes)
{
    public bool ClientIdAliasUsed { get; init; }

    public string? Subject { get; init; }

    public IReadOnlyList<TokenProperty> Properties { get; init; } = [];

    public IReadOnlyList<string> Resources { get; init; } = [];

    public AuthorizationDetails? AuthorizationDetails { get; init; }

    public string? GrantId { get; init; }

    public TokenBinding Binding { get; init; }

    /// <summary>Claims to add to an access token in JWT form, a JSON object.</summary>
    public string? JwtClaims { get; init; }

    public string? UserInfoClaims { get; init; }

    public string? Acr { get; init; }

    public long AuthTime { get; init; }

    /// <summary>A value for the access token instead of a random one.</summary>
    public string? AccessToken { get; init; }

    /// <summary>A value for the refresh token instead of a random one.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>Seconds; 0 for the configured value.</summary>
    public long AccessTokenDuration { get; init; }

    /// <summary>Seconds; 0 for the configured value.</summary>
    public long RefreshTokenDuration { get; init; }

    public bool Persistent { get; init; }

    public bool ForExternalAttachment { get; init; }
}

/// <summary>Issued tokens: their record, and their values, which aren't stored. Durations are in seconds.</summary>
internal sealed record IssuedTokens(
    TokenRecord Record,
    string AccessToken,
    long AccessTokenDuration,
    string? RefreshToken,
    long RefreshTokenDuration
)
{
    /// <summary>The access token as a JWT, if the service issues JWTs.</summary>
    public string? JwtAccessToken { get; init; }

    /// <summary>The access token that the client gets.</summary>
    public string Presented => JwtAccessToken ?? AccessToken;
}

/// <summary>Issues access tokens and refresh tokens.</summary>
internal static class TokenIssuer
{
    private const string RefreshTokenGrant = "REFRESH_TOKEN";
    private const string ClientCredentialsGrant = "CLIENT_CREDENTIALS";

    /// <summary>Issues the tokens; null if a requested value is already in use.</summary>
    public static IssuedTokens? TryIssue(Installation installation, TokenOrder order)
    {
        var now = installation.Clock.NowMilliseconds();
        if (order.Client.Deleted)
        {
            throw ProtocolException.OfService("A001214", "The client was deleted.");
        }

        if (order.Client.Locked)
        {
            throw ProtocolException.OfService("A001215", "The client is locked.");
        }

        var accessToken = Secrets.GivenOrNew(order.AccessToken);
        var accessDuration = Durations.AccessToken(order.Client, order.Scopes, order.AccessTokenDuration);
        var refreshToken = GetsRefreshToken(order) ? Secrets.GivenOrNew(order.RefreshToken) : null;
        var refreshDuration = refreshToken is null ? 0 : Durations.RefreshToken(order.Client, order.Scopes, order.RefreshTokenDuration);
        if (refreshToken is not null && order.Client.Service.Document.Flag("tokenExpirationLinked"))
        {
            accessDuration = Math.Min(accessDuration, refreshDuration);
        }

        var record = new TokenRecord
        {
            Number = installation.Tokens.NextNumber(),
            Client = order.Client,
            ClientIdAliasUsed = order.ClientIdAliasUsed,
            GrantType = order.GrantType,
            Subject = order.Subject,
            Scopes = order.Scopes,
            AccessTokenHash = Secrets.Hash(accessToken),
            AccessTokenExpiresAt = now + (accessDuration * 1000),
            RefreshTokenHash = refreshToken is null ? null : Secrets.Hash(refreshToken),
            RefreshTokenExpiresAt = refreshToken is null ? 0 : now + (refreshDuration * 1000),
            CreatedAt = now,
            Properties = order.Properties,
            Resources = order.Resources,
            AuthorizationDetails = order.AuthorizationDetails,
            GrantId = order.GrantId,
            Binding = order.Binding,
            UserInfoClaims = order.UserInfoClaims,
            Acr = order.Acr,
            AuthTime = order.AuthTime,
            Persistent = order.Persistent,
            ForExternalAttachment = order.ForExternalAttachment,
        };
        var jwt = JwtAccessToken.Write(record, accessToken, now, order.JwtClaims);
        return installation.Tokens.TryAdd(record, Replaced(order))
            ? new IssuedTokens(record, accessToken, accessDuration, refreshToken, refreshDuration) { JwtAccessToken = jwt }
            : null;
    }

    /// <summary>Whether the service and the client allow refresh tokens.</summary>
    public static bool CanRefresh(ClientRecord client) =>
        client.Service.Document.Lists("supportedGrantTypes", RefreshTokenGrant) && client.Document.Lists("grantTypes", RefreshTokenGrant);

    private static bool GetsRefreshToken(TokenOrder order) =>
        order.GrantType is not (ClientCredentialsGrant or "IMPLICIT")
        && (!string.IsNullOrEmpty(order.RefreshToken) || CanRefresh(order.Client));

    private static Func<TokenRecord, bool>? Replaced(TokenOrder order)
    {
        var single =
            order.Client.Document.Flag("singleAccessTokenPerSubject") || order.Client.Service.Document.Flag("singleAccessTokenPerSubject");
        return single && order.GrantType != ClientCredentialsGrant && order.Subject is not null
            ? record => record.Client == order.Client && record.Subject == order.Subject
            : null;
    }
}
