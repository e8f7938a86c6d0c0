using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Grants;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.TokenEndpoint;

/// <summary>
/// Token exchange (RFC 8693). The request is checked, and the caller completes it. Few of its error codes are published; the others
/// are those of other APIs. Only signed ID tokens of the service itself are verified.
/// </summary>
internal static class TokenExchange
{
    private const string Missing = "A250302";
    private const string Repeated = "A250301";
    private const string UnknownToken = "A311306";
    private const string ClaimMissing = "A160204";
    private const string Prefix = "urn:ietf:params:oauth:token-type:";

    private const string Jwt = "JWT";
    private const string AccessToken = "ACCESS_TOKEN";
    private const string RefreshToken = "REFRESH_TOKEN";
    private const string IdToken = "ID_TOKEN";

    /// <summary>Requests contain the URN of a token type, responses its name.</summary>
    private static readonly Dictionary<string, string> s_types = new()
    {
        [Prefix + "jwt"] = Jwt,
        [Prefix + "access_token"] = AccessToken,
        [Prefix + "refresh_token"] = RefreshToken,
        [Prefix + "id_token"] = IdToken,
        [Prefix + "saml1"] = "SAML1",
        [Prefix + "saml2"] = "SAML2",
    };

    /// <param name="call">The call.</param>
    /// <param name="parameters">The token request.</param>
    /// <param name="authenticated">The request with its client; null if the request names no client.</param>
    public static Reply Answer(ApiCall call, FormParameters parameters, TokenRequest? authenticated)
    {
        CheckClient(call, authenticated?.Client);
        var requestedType = Type(parameters, "requested_token_type");
        var subject = Input.Read(call, parameters, "subject_token") ?? throw Invalid(Missing, "subject_token is missing.");
        var actor = Input.Read(call, parameters, "actor_token");
        if (actor is null && !string.IsNullOrEmpty(parameters.First("actor_token_type")))
        {
            throw Invalid(Missing, "actor_token_type is given without actor_token.");
        }

        var reply = call.Reply("A311001", "The token exchange request is acceptable.", ApiActions.TokenExchange)
            .With("grantType", "TOKEN_EXCHANGE")
            .With("scopes", Scopes(call, parameters, authenticated?.Client))
            .With("resources", ResourceIndicators.Read(parameters))
            .With("audiences", parameters.All("audience"))
            .With("requestedTokenType", requestedType)
            .With("subjectToken", subject.Token)
            .With("subjectTokenType", subject.Type)
            .With("subjectTokenInfo", subject.Info)
            .With("actorToken", actor?.Token)
            .With("actorTokenType", actor?.Type)
            .With("actorTokenInfo", actor?.Info);
        return authenticated is null ? reply : reply.WithClient(authenticated.Client, authenticated.ClientIdAliasUsed);
    }

    private static void CheckClient(ApiCall call, ClientRecord? client)
    {
        var service = call.Service.Document;
        var confidentialOnly = service.Flag("tokenExchangeByConfidentialClientsOnly");
        var permittedOnly = service.Flag("tokenExchangeByPermittedClientsOnly");
        if (client is null && (confidentialOnly || permittedOnly || service.Flag("tokenExchangeByIdentifiableClientsOnly")))
        {
            throw new ProtocolException("A244305", OAuthErrors.InvalidRequest, "The request does not tell its client.");
        }

        if (client is null)
        {
            return;
        }

        if (confidentialOnly && !client.Confidential)
        {
            throw new ProtocolException("A311304", OAuthErrors.UnauthorizedClient, "Token exchange is closed to public clients.");
        }

        if (permittedOnly && client.Document.Object("extension")?.Flag("tokenExchangePermitted") != true)
        {
            throw new ProtocolException("A311305", OAuthErrors.UnauthorizedClient, "The client has no permission for token exchange.");
        }
    }

    private static IReadOnlyList<string> Scopes(ApiCall call, FormParameters parameters, ClientRecord? client)
    {
        var words = parameters.Words("scope");
        return client is null
            ? [.. words.Where(name => call.Service.Scope(name) is not null).Order(StringComparer.Ordinal)]
            : call.Service.Requestable(client, words);
    }

    private static string? Type(FormParameters parameters, string name)
    {
        if (parameters.IsRepeated(name))
        {
            throw Invalid(Repeated, $"{name} is given more than once.");
        }

        var urn = parameters.First(name);
        if (string.IsNullOrEmpty(urn))
        {
            return null;
        }

        return s_types.TryGetValue(urn, out var type)
            ? type
            : throw Invalid("A031201", $"The value of {name} is not a registered token type.");
    }

    private static ProtocolException Invalid(string code, string text) => new(code, OAuthErrors.InvalidRequest, text);

    /// <summary>A token to exchange.</summary>
    private sealed record Input(string Token, string Type, JsonObject? Info)
    {
        public static Input? Read(ApiCall call, FormParameters parameters, string name)
        {
            if (parameters.IsRepeated(name))
            {
                throw Invalid(Repeated, $"{name} is given more than once.");
            }

            var token = parameters.First(name);
            if (string.IsNullOrEmpty(token))
            {
                return null;
            }

            var type = TokenExchange.Type(parameters, name + "_type") ?? throw Invalid(Missing, $"{name}_type is missing.");
            return new Input(token, type, Check(call, name, token, type));
        }

        private static JsonObject? Check(ApiCall call, string name, string token, string type)
        {
            switch (type)
            {
                case AccessToken:
                    return Describe(call, name, call.Installation.Tokens.ByAccessToken(token), record => record.AccessTokenExpiresAt);
                case RefreshToken:
                    return Describe(call, name, call.Installation.Tokens.ByRefreshToken(token), record => record.RefreshTokenExpiresAt);
                case Jwt or IdToken:
                    CheckJwt(call, name, token, isIdToken: type == IdToken);
                    return null;
                default:
                    return null;
            }
        }

        private static JsonObject Describe(ApiCall call, string name, TokenRecord? record, Func<TokenRecord, long> expiresAt)
        {
            if (record is null || record.Client.Service != call.Service)
            {
                throw Invalid(UnknownToken, $"The token in {name} is unknown.");
            }

            if (expiresAt(record) <= call.Now)
            {
                throw Invalid("A065303", $"The token in {name} has expired.");
            }

            var info = new JsonObject
            {
                ["clientId"] = record.Client.Id,
                ["clientIdAlias"] = record.Client.Alias,
                ["clientIdAliasUsed"] = record.ClientIdAliasUsed,
                ["subject"] = record.Subject,
                ["scopes"] =
                    record.Scopes.Count == 0
                        ? null
                        : new JsonArray([.. record.Scopes.Select(scope => call.Service.Scope(scope)?.ToObject())]),
                ["expiresAt"] = expiresAt(record) / 1000,
                ["properties"] = record.Properties.Count == 0 ? null : new JsonArray([.. record.Properties.Select(TokenProperties.ToJson)]),
                ["resources"] = record.Resources.Count == 0 ? null : Json.Array(record.Resources),
                ["authorizationDetails"] = record.AuthorizationDetails?.ToApi(),
                ["clientEntityIdUsed"] = false,
            };
            return Json.Sorted(info);
        }

        private static void CheckJwt(ApiCall call, string name, string token, bool isIdToken)
        {
            if (Jws.IsEncrypted(token))
            {
                if (call.Service.Document.Flag("tokenExchangeEncryptedJwtRejected"))
                {
                    throw Invalid("A160101", $"The JWT in {name} is encrypted.");
                }

                return;
            }

            var jwt = Jws.Parse(token);
            if (jwt?.Claims is null)
            {
                throw Invalid("A160202", $"The token in {name} is not a JWT.");
            }

            if (isIdToken)
            {
                CheckIdTokenClaims(name, jwt);
            }

            if (JwtTimes.Fault(call, jwt) is var (code, fault))
            {
                throw Invalid(code, $"The JWT in {name} {fault}.");
            }

            if (jwt.Algorithm is null or "none")
            {
                if (call.Service.Document.Flag("tokenExchangeUnsignedJwtRejected"))
                {
                    throw Invalid("A314310", $"The JWT in {name} is not signed.");
                }

                return;
            }

            if (isIdToken)
            {
                CheckSignature(call, name, jwt);
            }
        }

        private static void CheckIdTokenClaims(string name, Jws jwt)
        {
            foreach (var claim in new[] { "exp", "iat" })
            {
                if (jwt.Seconds(claim) is null)
                {
                    throw Invalid(ClaimMissing, $"The ID token in {name} has no '{claim}'.");
                }
            }

            var isUri = Uri.TryCreate(jwt.Text("iss"), UriKind.Absolute, out var issuer);
            if (!isUri || issuer!.Scheme != Uri.UriSchemeHttps || issuer.Query.Length > 0 || issuer.Fragment.Length > 0)
            {
                throw Invalid("A160213", $"The issuer of the ID token in {name} is not an https URI without query and fragment.");
            }

            if (jwt.Audience is null)
            {
                throw Invalid(ClaimMissing, $"The ID token in {name} does not tell whom it is for.");
            }

            if (jwt.Claims!["nonce"] is not null && jwt.Text("nonce") is null)
            {
                throw Invalid("A160214", $"The nonce of the ID token in {name} is not a string.");
            }
        }

        private static void CheckSignature(ApiCall call, string name, Jws jwt)
        {
            if (jwt.IsSymmetric)
            {
                throw Invalid("A160211", $"The ID token in {name} is signed with a symmetric algorithm.");
            }

            if (jwt.Text("iss") != call.Service.Issuer)
            {
                throw Invalid("A160221", $"The keys of the issuer of the ID token in {name} cannot be had.");
            }

            var keys = (call.Service.Keys?.Keys ?? []).Where(key => jwt.KeyId is null || key.Kid == jwt.KeyId);
            if (!keys.Any(jwt.IsSignedBy))
            {
                throw Invalid("A160219", $"The signature of the ID token in {name} is wrong.");
            }
        }
    }
}
