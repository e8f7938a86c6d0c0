using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.TokenEndpoint;

/// <summary>Refreshing an access token (RFC 6749, section 6). The new tokens replace the old ones in the same record.</summary>
internal static class RefreshGrant
{
    public static Reply Answer(TokenRequest request)
    {
        var call = request.Call;
        var value = request.Required("refresh_token", "A053301", "A053302", "A053303");
        request.Parameters.Once("scope", "A053304");

        var store = call.Installation.Tokens;
        var old = store.ByRefreshToken(value) ?? throw NotGranted("A053305", "The refresh token is unknown or has been used.");
        if (old.Client.Service != call.Service)
        {
            throw NotGranted("A053306", "The refresh token belongs to another service.");
        }

        if (old.Client != request.Client)
        {
            throw NotGranted("A053307", "The refresh token belongs to another client.");
        }

        if (!old.Refreshable(call.Now))
        {
            store.Remove(old);
            throw NotGranted("A053308", "The refresh token has expired.");
        }

        var tokens = Renew(request, old, value);
        if (!store.TryReplace(old, tokens.Record))
        {
            throw NotGranted("A053310", "The refresh token was used by another call at the same time.");
        }

        var reply = TokenResponses
            .Reply(call, "A053001", "The token request (grant_type=refresh_token) was answered.", tokens)
            .With("grantType", "REFRESH_TOKEN");
        return call.Service.Document.Flag("idTokenReissuable") && tokens.Record.Has("openid") && tokens.Record.Subject is not null
            ? reply.With("action", ApiActions.IdTokenReissuable)
            : reply;
    }

    private static IssuedTokens Renew(TokenRequest request, TokenRecord old, string refreshToken)
    {
        var call = request.Call;
        var service = call.Service.Document;
        var scopes = Narrowed(request, old);
        var kept = service.Flag("refreshTokenKept");
        var full = Durations.RefreshToken(old.Client, scopes, call.Number("refreshTokenDuration")) * 1000;
        var left = old.RefreshTokenExpiresAt - call.Now;
        var refreshLifetime = service.Flag(kept ? "refreshTokenDurationReset" : "refreshTokenDurationKept") == kept ? full : left;
        var accessDuration = Durations.AccessToken(old.Client, scopes, call.Number("accessTokenDuration"));
        if (service.Flag("tokenExpirationLinked"))
        {
            accessDuration = Math.Min(accessDuration, refreshLifetime / 1000);
        }

        var binding = TokenBinding.Of(call, request.Client);
        if (!request.Client.Confidential && old.Binding != default && binding != old.Binding)
        {
            throw NotGranted("A053305", "The refresh token is bound to another key.");
        }

        var newRefreshToken = kept ? refreshToken : Secrets.NewToken();
        var accessToken = Secrets.GivenOrNew(call.Text("accessToken"));
        var record = old with
        {
            Scopes = scopes,
            AccessTokenHash = Secrets.Hash(accessToken),
            AccessTokenExpiresAt = call.Now + (accessDuration * 1000),
            RefreshTokenHash = Secrets.Hash(newRefreshToken),
            RefreshTokenExpiresAt = call.Now + refreshLifetime,
            LastRefreshedAt = call.Now,
            Binding = binding,
            Properties = TokenProperties.Read(call) ?? old.Properties,
        };
        return new IssuedTokens(record, accessToken, accessDuration, newRefreshToken, refreshLifetime / 1000)
        {
            JwtAccessToken = JwtAccessToken.Write(record, accessToken, call.Now, call.Text("jwtAtClaims")),
        };
    }

    private static IReadOnlyList<string> Narrowed(TokenRequest request, TokenRecord old)
    {
        if (request.Parameters.First("scope") is null)
        {
            return old.Scopes;
        }

        var asked = request.Parameters.Words("scope");
        if (asked.Except(old.Scopes).Any())
        {
            throw new ProtocolException("A053309", OAuthErrors.InvalidScope, "scope asks for more than was granted.");
        }

        return [.. asked.Order(StringComparer.Ordinal)];
    }

    private static ProtocolException NotGranted(string code, string text) => new(code, OAuthErrors.InvalidGrant, text);
}
