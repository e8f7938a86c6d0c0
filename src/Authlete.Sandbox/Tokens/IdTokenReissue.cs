using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>
/// /idtoken/reissue: a new ID token for refreshed tokens (OpenID Connect Core, section 12.2).
/// Its result codes aren't published, so it uses the codes of other APIs for the same errors.
/// </summary>
internal static class IdTokenReissue
{
    private const string CallerError = "CALLER_ERROR";

    public static ApiAnswer Reissue(ApiCall call)
    {
        try
        {
            var (accessToken, refreshToken) = (call.Text("accessToken"), call.Text("refreshToken"));
            var record = Find(call, accessToken, refreshToken);
            var idToken = Write(call, record, accessToken!);
            var left = (record.AccessTokenExpiresAt - call.Now) / 1000;
            var tokens = new IssuedTokens(record, accessToken!, left, refreshToken, (record.RefreshTokenExpiresAt - call.Now) / 1000);
            return call.Reply("A053001", "An ID token was reissued.", ApiActions.Ok)
                .With("idToken", idToken)
                .With("responseContent", Json.Write(TokenResponses.Content(tokens, idToken)));
        }
        catch (ProtocolException exception)
        {
            return call.ErrorReply(exception);
        }
    }

    private static TokenRecord Find(ApiCall call, string? accessToken, string? refreshToken)
    {
        if (string.IsNullOrEmpty(accessToken))
        {
            throw Refused("A057301", "The API call does not contain 'accessToken'.");
        }

        if (string.IsNullOrEmpty(refreshToken))
        {
            throw Refused("A053301", "The API call does not contain 'refreshToken'.");
        }

        var record = call.Installation.Tokens.ByAccessToken(accessToken);
        if (record is null || record.Client.Service != call.Service || record.AccessTokenExpired(call.Now))
        {
            throw Refused("A057302", "The access token is unknown or has expired.");
        }

        if (record.RefreshTokenHash != Secrets.Hash(refreshToken) || !record.Refreshable(call.Now))
        {
            throw Refused("A053305", "The refresh token does not go with the access token, or has expired.");
        }

        if (record.Client.Locked)
        {
            throw Refused("A001215", "The client is locked.");
        }

        if (!record.Has("openid") || record.Subject is null)
        {
            throw Refused("A089304", "The access token does not cover the scope 'openid'.");
        }

        return record;
    }

    private static string Write(ApiCall call, TokenRecord record, string accessToken)
    {
        if (call.Text("claims") is { } claims && !Json.TryParseObject(claims, out _))
        {
            throw Refused("A044201", "'claims' is not a JSON object.");
        }

        if (call.Text("idtHeaderParams") is { } header && !Json.TryParseObject(header, out _))
        {
            throw Refused("A255201", "'idtHeaderParams' is not a JSON object.");
        }

        if (call.Text("idTokenAudType") is not (null or "" or "array" or "string"))
        {
            throw Refused("A031201", "'idTokenAudType' is neither array nor string.");
        }

        var authentication = new Authentication(
            record.Subject!,
            Given("sub"),
            record.AuthTime,
            record.Acr,
            call.Text("claims"),
            call.Text("idtHeaderParams")
        );
        return IdToken.Write(record.Client, authentication, call.Now, nonce: null, accessToken, audienceType: Given("idTokenAudType"));

        string? Given(string name) => call.Text(name) is { Length: > 0 } text ? text : null;
    }

    private static ProtocolException Refused(string code, string text) => new(code, OAuthErrors.InvalidRequest, text, CallerError);
}
