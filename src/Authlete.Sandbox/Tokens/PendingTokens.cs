using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.Scopes;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>Completes a request that waited for a user.</summary>
internal static class PendingTokens
{
    /// <summary>Answers the token request with the user's decision.</summary>
    /// <param name="request">The token request.</param>
    /// <param name="pending">The request that waited.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="order">The tokens that the request asks for.</param>
    /// <param name="issued">The result code if tokens are issued.</param>
    /// <param name="refused">The result code if they aren't.</param>
    public static Reply Answer(
        TokenRequest request,
        PendingAuthorization pending,
        Decision decision,
        TokenOrder order,
        string issued,
        string refused
    )
    {
        var call = request.Call;
        if (!decision.Authorized)
        {
            var error = decision.Result == Decision.DeniedResult ? OAuthErrors.AccessDenied : OAuthErrors.ExpiredToken;
            return call.Reply(refused, $"The request was completed with {decision.Result}.", ApiActions.BadRequest)
                .With("responseContent", Json.Write(Error(call.Service, decision, error, refused)));
        }

        var tokens = request.Issue(Order(pending, decision, order));
        var idToken = WriteIdToken(call, decision, tokens);
        return TokenResponses
            .Reply(call, issued, $"The token request (grant_type={order.GrantType.ToLowerInvariant()}) was answered.", tokens, idToken)
            .With("grantType", order.GrantType)
            .With("resources", pending.Resources);
    }

    /// <summary>Stores the grant, and returns the decision with its identifier.</summary>
    public static Decision Grant(ApiCall call, PendingAuthorization pending, Decision decision)
    {
        if (decision.Authentication is not { } authentication)
        {
            return decision;
        }

        var grantId = pending.GrantRequest?.Apply(
            call.Installation,
            pending.Client,
            authentication.Subject,
            decision.Scopes,
            pending.Resources,
            call.Texts("consentedClaims") ?? StandardClaims.Supported(call.Service, decision.Scopes, []),
            pending.AuthorizationDetails
        );
        call.Installation.GrantedScopes.Record(pending.Client, authentication.Subject, decision.Scopes, call.Now);
        return decision with { GrantId = grantId };
    }

    /// <summary>The tokens to issue; <paramref name="order"/> comes from the token request, if there is one.</summary>
    public static TokenOrder Order(PendingAuthorization pending, Decision decision, TokenOrder order) =>
        order with
        {
            Scopes = decision.Scopes,
            ClientIdAliasUsed = pending.ClientIdAliasUsed,
            Subject = decision.Authentication!.Subject,
            Properties =
            [
                .. decision.Properties,
                .. order.Properties.Where(added => !decision.Properties.Any(property => property.Key == added.Key)),
            ],
            Resources = pending.Resources,
            AuthorizationDetails = pending.AuthorizationDetails,
            GrantId = decision.GrantId,
            Acr = decision.Authentication.Acr,
            AuthTime = decision.Authentication.AuthTime,
            AccessToken = order.AccessToken ?? decision.AccessToken,
            AccessTokenDuration = order.AccessTokenDuration > 0 ? order.AccessTokenDuration : decision.AccessTokenDuration,
            RefreshTokenDuration = order.RefreshTokenDuration > 0 ? order.RefreshTokenDuration : decision.RefreshTokenDuration,
            JwtClaims = order.JwtClaims ?? decision.JwtClaims,
        };

    /// <summary>
    /// Writes the ID token if openid is granted. If it can't be signed, the tokens issued with it are removed.
    /// </summary>
    /// <param name="call">The call that issues the tokens.</param>
    /// <param name="decision">The user's decision.</param>
    /// <param name="tokens">The tokens issued along with it.</param>
    /// <param name="extraClaims">Claims that the protocol adds. The caller's claims don't overwrite them.</param>
    public static string? WriteIdToken(ApiCall call, Decision decision, IssuedTokens tokens, JsonObject? extraClaims = null)
    {
        if (!tokens.Record.Has("openid"))
        {
            return null;
        }

        try
        {
            var authentication = decision.Authentication! with { Claims = Joined(extraClaims, decision.Authentication!.Claims) };
            return IdToken.Write(
                tokens.Record.Client,
                authentication,
                call.Now,
                nonce: null,
                tokens.Presented,
                audienceType: decision.IdTokenAudienceType
            );
        }
        catch (ProtocolException)
        {
            call.Installation.Tokens.Remove(tokens.Record);
            throw;
        }
    }

    /// <summary>The error of a decision other than AUTHORIZED.</summary>
    public static JsonObject Error(ServiceRecord service, Decision decision, string error, string code)
    {
        const string Text = "The user did not authorize the request.";
        var members = OAuthErrors.Members(service, code, error, decision.ErrorDescription ?? Text);
        if (decision.ErrorDescription is { Length: > 0 } description)
        {
            members["error_description"] = description;
        }

        if (decision.ErrorUri is { Length: > 0 } uri)
        {
            members["error_uri"] = uri;
        }

        return members;
    }

    private static string? Joined(JsonObject? first, string? second)
    {
        if (first is null)
        {
            return second;
        }

        if (second is null || !Json.TryParseObject(second, out var others))
        {
            return Json.Write(first);
        }

        foreach (var (name, value) in others.Where(member => !first.ContainsKey(member.Key)))
        {
            first[name] = value?.DeepClone();
        }

        return Json.Write(first);
    }
}
