using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Grants;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>/auth/token/create: tokens without a request of a client.</summary>
internal static class TokenCreation
{
    public static ApiAnswer Create(ApiCall call)
    {
        try
        {
            var grantType = ReadGrantType(call);
            var subject = ReadSubject(call, grantType);
            var scopes = ReadScopes(call);
            var client = ReadClient(call);
            CheckValues(call, grantType);
            var order = new TokenOrder(client, grantType, scopes)
            {
                ClientIdAliasUsed = call.Flag("clientIdAliasUsed"),
                Subject = subject,
                Properties = TokenProperties.Read(call) ?? [],
                Resources = call.Texts("resources") ?? [],
                AuthorizationDetails = AuthorizationDetails.Read(call),
                Binding = new TokenBinding(call.Text("certificateThumbprint"), call.Text("dpopKeyThumbprint")),
                JwtClaims = call.Text("jwtAtClaims"),
                Acr = call.Text("acr"),
                AuthTime = call.Number("authTime"),
                AccessToken = call.Text("accessToken"),
                RefreshToken = call.Text("refreshToken"),
                AccessTokenDuration = call.Number("accessTokenDuration"),
                RefreshTokenDuration = call.Number("refreshTokenDuration"),
                Persistent = call.Flag("accessTokenPersistent"),
                ForExternalAttachment = call.Flag("forExternalAttachment"),
            };
            var tokens =
                TokenIssuer.TryIssue(call.Installation, order) ?? throw Invalid("A144201", "The access token value is in use already.");
            return Answer(call, tokens);
        }
        catch (ProtocolException exception)
        {
            return call.Reply(exception.Code, exception.Message, exception.Action);
        }
    }

    private static Reply Answer(ApiCall call, IssuedTokens tokens)
    {
        var record = tokens.Record;
        var text = $"An access token was created: {record.GrantType.ToLowerInvariant()}, client = {record.Client.Id}";
        return call.Reply("A109001", text, ApiActions.Ok)
            .With("accessToken", tokens.AccessToken)
            .With("jwtAccessToken", tokens.JwtAccessToken)
            .With("authorizationDetails", record.AuthorizationDetails?.ToApi())
            .With("refreshToken", tokens.RefreshToken)
            .With("clientId", record.Client.Id)
            .With("expiresAt", record.AccessTokenExpiresAt)
            .With("expiresIn", tokens.AccessTokenDuration)
            .With("grantType", record.GrantType)
            .With("scopes", record.Scopes)
            .With("subject", record.Subject)
            .With("tokenType", TokenResponses.TokenType(record))
            .With("forExternalAttachment", record.ForExternalAttachment)
            .WithProperties(record.Properties);
    }

    private static string ReadGrantType(ApiCall call)
    {
        var grantType = call.Text("grantType");
        if (string.IsNullOrEmpty(grantType))
        {
            throw Invalid("A104201", "The API call does not contain 'grantType'.");
        }

        if (!ApiFacts.Current.Enum("GrantType")!.Contains(grantType))
        {
            throw new ApiException(400, "A000201", $"'{grantType}' is no grant type that this version knows.");
        }

        if (grantType == "REFRESH_TOKEN")
        {
            throw Invalid("A104202", "REFRESH_TOKEN is not allowed as 'grantType'.");
        }

        return call.Service.Document.Lists("supportedGrantTypes", grantType)
            ? grantType
            : throw Invalid("A104203", "The service does not support the grant type.");
    }

    private static string? ReadSubject(ApiCall call, string grantType)
    {
        try
        {
            return grantType == "CLIENT_CREDENTIALS" ? null : Subjects.Read(call, "A105201", "A105202", "A105203");
        }
        catch (ProtocolException exception)
        {
            throw Invalid(exception.Code, exception.Message);
        }
    }

    private static IReadOnlyList<string> ReadScopes(ApiCall call)
    {
        var scopes = call.Texts("scopes") ?? [];
        return scopes.FirstOrDefault(name => call.Service.Scope(name) is null) is { } unknown
            ? throw Invalid("A106201", $"The service does not support the scope '{unknown}'.")
            : [.. scopes.Distinct().Order(StringComparer.Ordinal)];
    }

    private static ClientRecord ReadClient(ApiCall call)
    {
        var client = call.Installation.FindClient(call.Number("clientId"));
        if (client is null || client.Deleted)
        {
            throw Invalid("A107201", "No client has this ID.");
        }

        if (client.Service != call.Service)
        {
            throw Forbidden("A107202", "The client belongs to another service.");
        }

        return client.Locked ? throw Forbidden("A107203", "The client is locked.") : client;
    }

    private static void CheckValues(ApiCall call, string grantType)
    {
        var tokens = call.Installation.Tokens;
        if (call.Text("refreshToken") is { } refreshToken)
        {
            if (!call.Service.Document.Lists("supportedGrantTypes", "REFRESH_TOKEN"))
            {
                throw Invalid("A108202", "'refreshToken' is given, but the service does not support REFRESH_TOKEN.");
            }

            if (grantType == "IMPLICIT")
            {
                throw Invalid("A108203", "'refreshToken' is given, but IMPLICIT has none.");
            }

            if (grantType == "CLIENT_CREDENTIALS")
            {
                throw Invalid("A108204", "'refreshToken' is given, but CLIENT_CREDENTIALS has none.");
            }

            if (tokens.ByRefreshToken(refreshToken) is not null)
            {
                throw Invalid("A144202", "The refresh token value is in use already.");
            }
        }

        if (call.Text("accessToken") is { } accessToken && tokens.ByAccessToken(accessToken) is not null)
        {
            throw Invalid("A144201", "The access token value is in use already.");
        }
    }

    private static ProtocolException Invalid(string code, string text) => new(code, OAuthErrors.InvalidRequest, text);

    private static ProtocolException Forbidden(string code, string text) =>
        new(code, OAuthErrors.InvalidRequest, text, ApiActions.Forbidden);
}
