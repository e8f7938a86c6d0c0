using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Grants;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.Scopes;
using Authlete.Sandbox.State;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Authorization;

/// <summary>Issues the code and tokens of an accepted authorization request, according to its response type.</summary>
internal static class AuthorizationIssue
{
    private static readonly TimeSpan s_codeLifetime = TimeSpan.FromMinutes(10);

    public static Reply Issue(ApiCall call, string ticket, AuthorizationRequest request)
    {
        var authentication = ReadAuthentication(call);
        var approved = new AuthorizationCode(
            request,
            call.Texts("scopes") is { } replaced ? call.Service.Requestable(request.Client, replaced) : request.Scopes,
            authentication,
            TokenProperties.Read(call) ?? [],
            call.Now + (long)s_codeLifetime.TotalMilliseconds
        )
        {
            AuthorizationDetails = AuthorizationDetails.Read(call) ?? request.AuthorizationDetails,
            JwtClaims = call.Text("jwtAtClaims"),
        };
        if (!call.Installation.AuthorizationTickets.TryTake(ticket))
        {
            throw new ProtocolException("A045304", OAuthErrors.InvalidRequest, "The ticket was used by another call at the same time.");
        }

        try
        {
            return Respond(call, approved with { GrantId = Grant(call, approved) });
        }
        catch (ProtocolException exception)
        {
            return request.Redirection.Reply(call, exception.Code, exception.Error, exception.Message);
        }
    }

    /// <summary>Executes the grant management action of the request, if there is one.</summary>
    private static string? Grant(ApiCall call, AuthorizationCode approved)
    {
        var request = approved.Request;
        var claims = call.Texts("consentedClaims") ?? StandardClaims.Supported(call.Service, approved.Scopes, request.Claims.IdTokenNames);
        return request.GrantRequest?.Apply(
            call.Installation,
            request.Client,
            approved.Authentication.Subject,
            approved.Scopes,
            request.Resources,
            claims,
            approved.AuthorizationDetails
        );
    }

    private static Reply Respond(ApiCall call, AuthorizationCode approved)
    {
        var (request, scopes, authentication, properties) = (
            approved.Request,
            approved.Scopes,
            approved.Authentication,
            approved.Properties
        );
        var type = request.ResponseType;
        var code = type.Code ? call.Installation.AuthorizationCodes.Add(approved) : null;
        var tokens = type.Token ? IssueAccessToken(call, approved) : null;
        var idToken = type.IdToken ? AuthorizationIdToken.Write(request, authentication, call.Now, tokens?.Presented, code) : null;

        call.Installation.GrantedScopes.Record(request.Client, authentication.Subject, scopes, call.Now);
        var parameters = new List<KeyValuePair<string, string?>>
        {
            new("access_token", tokens?.Presented),
            new("token_type", tokens is null ? null : TokenResponses.TokenType(call.Service)),
            new("expires_in", tokens?.AccessTokenDuration.ToString(CultureInfo.InvariantCulture)),
            new("scope", tokens is null || scopes.Count == 0 ? null : string.Join(' ', scopes)),
            new("code", code),
            new("id_token", idToken),
        };
        if (tokens is not null)
        {
            parameters.AddRange(
                properties.Where(property => !property.Hidden).Select(property => KeyValuePair.Create(property.Key, property.Value))
            );
        }

        return request
            .Redirection.Reply(call, "A040001", "The authorization request was answered.", parameters)
            .With("accessToken", tokens?.AccessToken)
            .With("accessTokenDuration", tokens?.AccessTokenDuration ?? 0)
            .With("accessTokenExpiresAt", tokens?.Record.AccessTokenExpiresAt ?? 0)
            .With("jwtAccessToken", tokens?.JwtAccessToken)
            .With("authorizationCode", code)
            .With("idToken", idToken);
    }

    private static IssuedTokens IssueAccessToken(ApiCall call, AuthorizationCode approved)
    {
        var request = approved.Request;
        var order = new TokenOrder(request.Client, "IMPLICIT", approved.Scopes)
        {
            ClientIdAliasUsed = request.ClientIdAliasUsed,
            Subject = approved.Authentication.Subject,
            Properties = approved.Properties,
            Resources = request.Resources,
            AuthorizationDetails = approved.AuthorizationDetails,
            GrantId = approved.GrantId,
            UserInfoClaims = request.Claims.UserInfo,
            Acr = approved.Authentication.Acr,
            AuthTime = approved.Authentication.AuthTime,
            AccessToken = call.Text("accessToken"),
            AccessTokenDuration = call.Number("accessTokenDuration"),
            JwtClaims = approved.JwtClaims,
        };
        return TokenIssuer.TryIssue(call.Installation, order)
            ?? throw ProtocolException.OfService("A144201", "The access token value is in use already.");
    }

    private static Authentication ReadAuthentication(ApiCall call)
    {
        var subject = Subjects.Read(call, "A042201", "A042202", "A042203");
        var claims = call.Text("claims");
        if (claims is not null && !Json.TryParseObject(claims, out _))
        {
            throw ProtocolException.OfService("A044201", "'claims' is not a JSON object.");
        }

        if (call.Text("acr") is { Length: > 100 })
        {
            throw ProtocolException.OfService("A043201", "'acr' is longer than 100 characters.");
        }

        var header = call.Text("idtHeaderParams");
        if (header is not null && !Json.TryParseObject(header, out _))
        {
            throw ProtocolException.OfService("A255201", "'idtHeaderParams' is not a JSON object.");
        }

        return new Authentication(subject, call.Text("sub"), call.Number("authTime"), call.Text("acr"), claims, header);
    }
}
