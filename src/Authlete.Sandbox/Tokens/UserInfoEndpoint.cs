using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>/auth/userinfo and /auth/userinfo/issue (OpenID Connect Core, section 5.3). Only the first checks the proof for a bound token.</summary>
internal static class UserInfoEndpoint
{
    public static ApiAnswer Request(ApiCall call)
    {
        try
        {
            var record = FindToken(call, new Codes("A0883", "A0893", "A0973"));
            if (record.Binding.Violation(call, call.Text("token")!) is { } violation)
            {
                throw violation;
            }

            var requested =
                record.UserInfoClaims is { } json && Json.TryParseObject(json, out var members)
                    ? members.Select(member => member.Key).Where(name => name != "sub")
                    : [];
            return call.Reply("A091001", "The access token is valid for the userinfo endpoint.", ApiActions.Ok)
                .WithClient(record.Client, record.ClientIdAliasUsed)
                .With("claims", StandardClaims.Supported(call.Service, record.Scopes, requested))
                .With("scopes", record.Scopes)
                .With("subject", record.Subject)
                .With("token", call.Text("token"))
                .With("userInfoClaims", record.UserInfoClaims)
                .WithProperties(record.Properties);
        }
        catch (ProtocolException exception)
        {
            return Refuse(call, exception);
        }
    }

    public static ApiAnswer Issue(ApiCall call)
    {
        try
        {
            var record = FindToken(call, new Codes("A0923", "A0933", "A0983"));
            var content = new JsonObject { ["sub"] = call.Text("sub") ?? record.Subject };
            if (call.Text("claims") is { } claims)
            {
                if (!Json.TryParseObject(claims, out var members))
                {
                    throw ProtocolException.OfService("A094201", "'claims' is not a JSON object.");
                }

                foreach (var (name, value) in members.Where(member => member.Key != "sub"))
                {
                    content[name] = value?.DeepClone();
                }
            }

            return Write(call, record.Client, content);
        }
        catch (ProtocolException exception)
        {
            return Refuse(call, exception);
        }
    }

    private static Reply Write(ApiCall call, ClientRecord client, JsonObject content)
    {
        const string Text = "The user information was written.";
        if (client.Document.Text("userInfoSignAlg") is not { } algorithm)
        {
            return call.Reply("A096001", Text, ApiActions.Json).With("responseContent", Json.Write(content));
        }

        content["iss"] = call.Service.Issuer;
        content["aud"] = new JsonArray(client.Id.ToString(CultureInfo.InvariantCulture));
        var jwt = Jose.Sign(client, algorithm, call.Service.Document.Text("userInfoSignatureKeyId"), content);
        return call.Reply("A096001", Text, ApiActions.Jwt).With("responseContent", jwt);
    }

    private static TokenRecord FindToken(ApiCall call, Codes codes)
    {
        var token = call.Text("token");
        if (string.IsNullOrEmpty(token))
        {
            throw new ProtocolException(codes.Token + "01", OAuthErrors.InvalidRequest, "The API call does not contain 'token'.");
        }

        var record = call.Installation.Tokens.ByAccessToken(token) ?? throw Invalid(codes.Token + "02", "The access token is unknown.");
        if (record.Client.Service != call.Service)
        {
            throw Invalid(codes.Token + "03", "The access token belongs to another service.");
        }

        if (record.AccessTokenExpired(call.Now))
        {
            throw record.Refreshable(call.Now)
                ? Invalid(codes.State + "03", "The access token has expired; the refresh token is still valid.")
            : record.RefreshTokenHash is not null ? Invalid(codes.State + "02", "The access token and the refresh token have expired.")
            : Invalid(codes.State + "01", "The access token has expired.");
        }

        if (!record.Has("openid"))
        {
            throw new ProtocolException(
                codes.State + "04",
                OAuthErrors.InsufficientScope,
                "The access token does not have the scope 'openid'.",
                ApiActions.Forbidden
            );
        }

        if (record.Subject is null)
        {
            throw Invalid(codes.State + "05", "The access token has no subject.");
        }

        if (record.GrantType == "PASSWORD")
        {
            throw new ProtocolException(
                codes.State + "06",
                OAuthErrors.InvalidToken,
                "Tokens of the password grant are refused here.",
                ApiActions.Forbidden
            );
        }

        if (record.Client.Deleted)
        {
            throw Invalid(codes.Client + "02", "The client of the access token was deleted.");
        }

        return record.Client.Locked ? throw Invalid(codes.Client + "03", "The client of the access token is locked.") : record;
    }

    private static Reply Refuse(ApiCall call, ProtocolException exception) =>
        call.Reply(exception.Code, exception.Message, exception.Action)
            .With(
                "responseContent",
                BearerChallenge.Of(call.Service, exception, exception.Error == OAuthErrors.InsufficientScope ? ["openid"] : null)
            );

    private static ProtocolException Invalid(string code, string Text) =>
        new(code, OAuthErrors.InvalidToken, Text, ApiActions.Unauthorized);

    /// <summary>The first five characters of the API's codes for the token itself, its state, and its client.</summary>
    private sealed record Codes(string Token, string State, string Client);
}
