using System.Collections.Generic;
using System.Linq;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Authorization;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.TokenEndpoint;

/// <summary>The authorization code grant (RFC 6749, section 4.1.3).</summary>
internal static class CodeGrant
{
    public static Reply Answer(TokenRequest request)
    {
        var call = request.Call;
        var codes = call.Installation.AuthorizationCodes;
        var value = request.Required("code", "A050301", "A050302", "A050303");
        request.Parameters.Once("redirect_uri", "A050304");

        var code = codes.Find(value) ?? throw Unknown();
        if (code.Request.Client.Service != call.Service)
        {
            throw NotGranted("A050306", "The authorization code belongs to another service.");
        }

        if (code.Request.Client != request.Client)
        {
            throw NotGranted("A050307", "The authorization code belongs to another client.");
        }

        if (code.ExpiresAt <= call.Now)
        {
            codes.TryTake(value);
            throw NotGranted("A050311", "The authorization code has expired.");
        }

        CheckRedirectUri(request, code.Request);
        PkceChallenge.Verify(code.Request, request.Parameters);
        return Issue(request, value, code);
    }

    private static void CheckRedirectUri(TokenRequest request, AuthorizationRequest authorization)
    {
        var uri = request.Parameters.First("redirect_uri");
        if (!authorization.RedirectUriExplicit)
        {
            if (uri is not null)
            {
                throw NotGranted("A050310", "redirect_uri is given although the authorization request did not name one.");
            }

            return;
        }

        if (uri is null)
        {
            throw NotGranted("A050308", "redirect_uri is missing although the authorization request named one.");
        }

        if (uri != authorization.Redirection.RedirectUri)
        {
            throw NotGranted("A050309", "redirect_uri differs from the one of the authorization request.");
        }
    }

    private static Reply Issue(TokenRequest request, string value, AuthorizationCode code)
    {
        var call = request.Call;
        var order = Order(request, code);
        if (!call.Installation.AuthorizationCodes.TryTake(value))
        {
            throw Unknown();
        }

        var tokens = request.Issue(order);
        return TokenResponses
            .Reply(
                call,
                "A050001",
                "The token request (grant_type=authorization_code) was answered.",
                tokens,
                WriteIdToken(call, code, tokens)
            )
            .With("grantType", "AUTHORIZATION_CODE")
            .With("resources", code.Request.Resources);
    }

    private static TokenOrder Order(TokenRequest request, AuthorizationCode code)
    {
        var order = request.Order("AUTHORIZATION_CODE", code.Scopes);
        return order with
        {
            Subject = code.Authentication.Subject,
            Properties = Merged(code.Properties, TokenProperties.Read(request.Call) ?? []),
            Resources = code.Request.Resources,
            AuthorizationDetails = code.AuthorizationDetails,
            GrantId = code.GrantId,
            UserInfoClaims = code.Request.Claims.UserInfo,
            Acr = code.Authentication.Acr,
            AuthTime = code.Authentication.AuthTime,
            JwtClaims = order.JwtClaims ?? code.JwtClaims,
        };
    }

    /// <summary>If a required ID token can't be signed, the tokens issued with it are removed.</summary>
    private static string? WriteIdToken(ApiCall call, AuthorizationCode code, IssuedTokens tokens)
    {
        if (!tokens.Record.Has("openid"))
        {
            return null;
        }

        try
        {
            return AuthorizationIdToken.Write(code.Request, code.Authentication, call.Now);
        }
        catch (ProtocolException)
        {
            call.Installation.Tokens.Remove(tokens.Record);
            throw;
        }
    }

    private static IReadOnlyList<TokenProperty> Merged(IReadOnlyList<TokenProperty> earlier, IReadOnlyList<TokenProperty> later) =>
        [.. earlier.Where(property => !later.Any(other => other.Key == property.Key)), .. later];

    private static ProtocolException Unknown() => NotGranted("A050305", "The authorization code is unknown or has been used.");

    private static ProtocolException NotGranted(string code, string text) => new(code, OAuthErrors.InvalidGrant, text);
}
