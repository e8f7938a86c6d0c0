using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>Successful responses of the token endpoint.</summary>
internal static class TokenResponses
{
    public static string TokenType(ServiceRecord service) => service.Document.Text("accessTokenType") ?? "Bearer";

    /// <summary>RFC 9449, section 5: the token type of a DPoP-bound token is DPoP.</summary>
    public static string TokenType(TokenRecord record) => record.Binding.DpopKey is null ? TokenType(record.Client.Service) : "DPoP";

    public static Reply Reply(ApiCall call, string code, string text, IssuedTokens tokens, string? idToken = null) =>
        call.Reply(code, text, ApiActions.Ok)
            .With("accessToken", tokens.AccessToken)
            .With("accessTokenDuration", tokens.AccessTokenDuration)
            .With("accessTokenExpiresAt", tokens.Record.AccessTokenExpiresAt)
            .With("jwtAccessToken", tokens.JwtAccessToken)
            .With("refreshToken", tokens.RefreshToken)
            .With("refreshTokenDuration", tokens.RefreshTokenDuration)
            .With("refreshTokenExpiresAt", tokens.Record.RefreshTokenExpiresAt)
            .With("idToken", idToken)
            .With("subject", tokens.Record.Subject)
            .With("scopes", tokens.Record.Scopes)
            .With("accessTokenResources", tokens.Record.Resources)
            .With("authorizationDetails", tokens.Record.AuthorizationDetails?.ToApi())
            .With("grantId", tokens.Record.GrantId)
            .WithProperties(tokens.Record.Properties)
            .WithClient(tokens.Record.Client, tokens.Record.ClientIdAliasUsed)
            .With("responseContent", Json.Write(Content(tokens, idToken)));

    /// <summary>The members about the client, and the attributes of the client and service.</summary>
    public static Reply WithClient(this Reply reply, ClientRecord client, bool aliasUsed) =>
        reply
            .With("clientId", client.Id)
            .With("clientIdAlias", client.Alias)
            .With("clientIdAliasUsed", aliasUsed)
            .With("clientAttributes", client.Document.Node("attributes"))
            .With("serviceAttributes", client.Service.Document.Node("attributes"));

    /// <summary>RFC 6749, section 5.1. The scope is present even if it is empty.</summary>
    public static JsonObject Content(IssuedTokens tokens, string? idToken)
    {
        var content = new JsonObject { ["access_token"] = tokens.Presented };
        if (tokens.RefreshToken is not null)
        {
            content["refresh_token"] = tokens.RefreshToken;
        }

        content["scope"] = tokens.Record.Scopes.Count == 0 ? null : string.Join(' ', tokens.Record.Scopes);
        content["token_type"] = TokenType(tokens.Record);
        content["expires_in"] = tokens.AccessTokenDuration;
        if (idToken is not null)
        {
            content["id_token"] = idToken;
        }

        if (tokens.Record.AuthorizationDetails is { } details)
        {
            content["authorization_details"] = details.ToJson();
        }

        if (tokens.Record.GrantId is { } grantId)
        {
            content["grant_id"] = grantId;
        }

        content.AddVisible(tokens.Record.Properties);
        return content;
    }
}
