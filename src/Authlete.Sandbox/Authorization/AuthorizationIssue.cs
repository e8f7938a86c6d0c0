using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Authlete.Sandbox.Hosting;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Authorization;

/// <summary>Turns an accepted authorization request into a code, an access token and an ID token, as its response type says.</summary>
internal static class AuthorizationIssue
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    public static Reply Issue(ApiCall call, string ticket, AuthorizationRequest request)
    {
        var authentication = ReadAuthentication(call);
        var scopes = call.Texts("scopes") is { } replaced ? call.Service.Requestable(request.Client, replaced) : request.Scopes;
        var properties = TokenProperties.Read(call) ?? [];
        if (!call.Installation.AuthorizationTickets.TryTake(ticket))
            throw new ProtocolException("A045304", OAuthErrors.InvalidRequest, "The ticket was used by another call at the same time.");

        try
        {
            return Respond(call, request, authentication, scopes, properties);
        }
        catch (ProtocolException exception)
        {
            return request.Redirection.Reply(call, exception.Code, exception.Error, exception.Message);
        }
    }

    private static Reply Respond(
        ApiCall call,
        AuthorizationRequest request,
        Authentication authentication,
        IReadOnlyList<string> scopes,
        IReadOnlyList<TokenProperty> properties)
    {
        var type = request.ResponseType;
        var code = type.Code
            ? call.Installation.AuthorizationCodes.Add(new AuthorizationCode(
                request, scopes, authentication, properties, call.Now + (long)CodeLifetime.TotalMilliseconds))
            : null;
        var tokens = type.Token ? IssueAccessToken(call, request, authentication, scopes, properties) : null;
        var idToken = type.IdToken ? IdToken.Write(request, authentication, call.Now, tokens?.AccessToken, code) : null;

        var parameters = new List<KeyValuePair<string, string?>>
        {
            new("access_token", tokens?.AccessToken),
            new("token_type", tokens is null ? null : TokenResponses.TokenType(call.Service)),
            new("expires_in", tokens?.AccessTokenDuration.ToString(CultureInfo.InvariantCulture)),
            new("scope", tokens is null || scopes.Count == 0 ? null : string.Join(' ', scopes)),
            new("code", code),
            new("id_token", idToken),
        };
        if (tokens is not null)
        {
            parameters.AddRange(properties.Where(property => !property.Hidden)
                .Select(property => KeyValuePair.Create(property.Key, property.Value)));
        }

        return request.Redirection.Reply(call, "A040001", "The authorization request was answered.", parameters)
            .With("accessToken", tokens?.AccessToken)
            .With("accessTokenDuration", tokens?.AccessTokenDuration ?? 0)
            .With("accessTokenExpiresAt", tokens?.Record.AccessTokenExpiresAt ?? 0)
            .With("authorizationCode", code)
            .With("idToken", idToken);
    }

    private static IssuedTokens IssueAccessToken(
        ApiCall call,
        AuthorizationRequest request,
        Authentication authentication,
        IReadOnlyList<string> scopes,
        IReadOnlyList<TokenProperty> properties)
    {
        var order = new TokenOrder(request.Client, "IMPLICIT", scopes)
        {
            ClientIdAliasUsed = request.ClientIdAliasUsed,
            Subject = authentication.Subject,
            Properties = properties,
            Resources = request.Resources,
            UserInfoClaims = request.Claims.UserInfo,
            Acr = authentication.Acr,
            AuthTime = authentication.AuthTime,
            AccessToken = call.Text("accessToken"),
            AccessTokenDuration = call.Number("accessTokenDuration"),
        };
        return TokenIssuer.TryIssue(call.Installation, order)
            ?? throw ProtocolException.OfService("A144201", "The access token value is in use already.");
    }

    private static Authentication ReadAuthentication(ApiCall call)
    {
        var subject = Subjects.Read(call, "A042201", "A042202", "A042203");
        var claims = call.Text("claims");
        if (claims is not null && !Json.TryParseObject(claims, out _))
            throw ProtocolException.OfService("A044201", "'claims' is not a JSON object.");
        var header = call.Text("idtHeaderParams");
        if (header is not null && !Json.TryParseObject(header, out _))
            throw ProtocolException.OfService("A255201", "'idtHeaderParams' is not a JSON object.");
        return new Authentication(subject, call.Text("sub"), call.Number("authTime"), call.Text("acr"), claims, header);
    }
}
