using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Grants;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>/auth/introspection.</summary>
internal static class IntrospectionEndpoint
{
    public static ApiAnswer Introspect(ApiCall call)
    {
        var token = call.Text("token");
        if (string.IsNullOrEmpty(token))
        {
            return Refuse(call, new ProtocolException("A057301", OAuthErrors.InvalidRequest, "The API call does not contain 'token'."));
        }

        if (call.Installation.Tokens.ByAccessToken(token) is not { } record)
        {
            return Refuse(call, Invalid("A057302", "The access token is unknown."));
        }

        if (record.Client.Service != call.Service)
        {
            return Refuse(call, Invalid("A057303", "The access token belongs to another service."));
        }

        if (record.AccessTokenExpired(call.Now))
        {
            return RefuseExpired(call, record);
        }

        if (record.Binding.Violation(call, token) is { } violation)
        {
            return Describe(Refuse(call, violation, record), call, record).With("existent", true).With("usable", true);
        }

        if (Insufficiency(call, record) is { } insufficiency)
        {
            return Describe(Refuse(call, insufficiency, record), call, record).With("existent", true).With("usable", true);
        }

        return Describe(call.Reply("A056001", "The access token is valid.", ApiActions.Ok), call, record)
            .With("responseContent", BearerChallenge.WhenGood(record))
            .With("existent", true)
            .With("usable", true)
            .With("sufficient", true);
    }

    private static Reply RefuseExpired(ApiCall call, TokenRecord record)
    {
        var refreshable = record.Refreshable(call.Now);
        var exception =
            refreshable ? Invalid("A065301", "The access token has expired; the refresh token is still valid.")
            : record.RefreshTokenHash is not null ? Invalid("A065302", "The access token and the refresh token have expired.")
            : Invalid("A065303", "The access token has expired.");
        if (!refreshable && !record.Persistent)
        {
            call.Installation.Tokens.Remove(record);
        }

        return Describe(Refuse(call, exception, record), call, record).With("existent", true);
    }

    private static ProtocolException? Insufficiency(ApiCall call, TokenRecord record)
    {
        // Names that the service doesn't have aren't checked, such as "a b" for two scopes in one string.
        var demanded = (call.Texts("scopes") ?? []).Where(name => call.Service.Scope(name) is not null).ToList();
        if (demanded.Count > 0)
        {
            if (record.Scopes.Count == 0)
            {
                return Insufficient("A064301", "The access token has no scope.");
            }

            if (demanded.FirstOrDefault(scope => !record.Has(scope)) is { } missing)
            {
                return Insufficient("A064302", $"The access token does not have the scope '{missing}'.");
            }
        }

        if (call.Text("subject") is not { } subject)
        {
            return null;
        }

        if (record.Subject is null)
        {
            return Forbidden("A066301", "The access token has no subject.");
        }

        return record.Subject == subject ? null : Forbidden("A066302", "The subject of the access token is another one.");
    }

    private static Reply Refuse(ApiCall call, ProtocolException exception, TokenRecord? record = null)
    {
        var listed =
            record is null || exception.Error == OAuthErrors.InvalidRequest
                ? null
                : record.Scopes.Concat(exception.Error == OAuthErrors.InsufficientScope ? call.Texts("scopes") ?? [] : []);
        return call.Reply(exception.Code, exception.Message, exception.Action)
            .With("responseContent", BearerChallenge.Of(call.Service, exception, listed, record));
    }

    private static Reply Describe(Reply reply, ApiCall call, TokenRecord record) =>
        reply
            .WithClient(record.Client, record.ClientIdAliasUsed)
            .With("expiresAt", Times.Rounded(record.AccessTokenExpiresAt))
            .With("refreshable", record.Refreshable(call.Now))
            .With("subject", record.Subject)
            .With("scopes", record.Scopes)
            .With(
                "scopeDetails",
                record.Scopes.Count == 0
                    ? null
                    : new JsonArray([
                        .. record.Scopes.Select(name => call.Service.Scope(name)).OfType<Document>().Select(scope => scope.ToObject()),
                    ])
            )
            .With("grantType", record.GrantType)
            .With("acr", record.Acr)
            .With("authTime", record.AuthTime)
            .With("accessTokenResources", record.Resources)
            .With("resources", record.Resources)
            .With("authorizationDetails", record.AuthorizationDetails?.ToApi())
            .With("certificateThumbprint", record.Binding.Certificate)
            .With("grantId", record.GrantId)
            .With("grant", record.GrantId is { } grantId ? call.Installation.Grants.Find(grantId)?.ToApi() : null)
            .With("forExternalAttachment", record.ForExternalAttachment)
            .WithProperties(record.Properties);

    private static ProtocolException Invalid(string code, string text) =>
        new(code, OAuthErrors.InvalidToken, text, ApiActions.Unauthorized);

    private static ProtocolException Insufficient(string code, string text) =>
        new(code, OAuthErrors.InsufficientScope, text, ApiActions.Forbidden);

    private static ProtocolException Forbidden(string code, string text) =>
        new(code, OAuthErrors.InvalidRequest, text, ApiActions.Forbidden);
}
