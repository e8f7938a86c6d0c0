using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;

namespace Authlete.Sandbox.Tokens;

/// <summary>/auth/revocation (RFC 7009). Revokes the access token together with the refresh token.</summary>
internal static class RevocationEndpoint
{
    private static readonly ClientCodes s_codes = new("A114304", "A114305", "A114306", "A114307", "A114314", "A114315");
    private static readonly ClientIdCodes s_idCodes = new("A114301", "A114302", "A114303", "A114312");

    public static ApiAnswer Revoke(ApiCall call)
    {
        try
        {
            var parameters = ReadParameters(call);
            RefuseUnnamed(call, parameters);
            var (client, _) = ClientAuthentication.Authenticate(call, parameters, s_codes, s_idCodes);
            if (parameters.IsRepeated("token"))
            {
                throw Invalid("A115303", "token is given more than once.");
            }

            var token = parameters.First("token") ?? throw Invalid("A115301", "token is missing.");
            if (token.Length == 0)
            {
                throw Invalid("A115302", "token is empty.");
            }

            if (FindToken(call, parameters, token) is { } record)
            {
                if (record.Client.Service != call.Service)
                {
                    throw Invalid("A116303", "The token is of another service.");
                }

                if (record.Client != client)
                {
                    throw Invalid("A116301", "The token belongs to another client.");
                }

                call.Installation.Tokens.Remove(record);
            }

            var callback = parameters.First("callback");
            return call.Reply("A113001", "The token is revoked.", ApiActions.Ok)
                .With("responseContent", string.IsNullOrEmpty(callback) ? null : $"{callback}();");
        }
        catch (ProtocolException exception)
        {
            return call.ErrorReply(exception);
        }
    }

    /// <summary>If the request names no client and the token is known, the token's client decides about the refusal.</summary>
    private static void RefuseUnnamed(ApiCall call, FormParameters parameters)
    {
        if (
            !ClientAuthentication.NamesClient(call, parameters)
            && parameters.First("token") is { } token
            && FindToken(call, parameters, token) is { Client.Confidential: true } record
            && record.Client.Service == call.Service
        )
        {
            throw ClientAuthentication.Refused("A116302", "The token's client is confidential, but the request has no client secret.");
        }
    }

    private static TokenRecord? FindToken(ApiCall call, FormParameters parameters, string token)
    {
        var store = call.Installation.Tokens;
        return parameters.First("token_type_hint") == "refresh_token"
            ? store.ByRefreshToken(token) ?? store.ByAccessToken(token)
            : store.ByAccessToken(token) ?? store.ByRefreshToken(token);
    }

    private static FormParameters ReadParameters(ApiCall call)
    {
        if (call.Text("parameters") is not { } text)
        {
            throw ProtocolException.OfService("A113201", "The API call does not contain 'parameters'.");
        }

        if (!FormParameters.TryParse(text, out var parameters))
        {
            throw ProtocolException.OfService("A113202", "'parameters' is not form-urlencoded.");
        }

        return parameters.IsEmpty ? throw Invalid("A113301", "The revocation request has no parameters.") : parameters;
    }

    private static ProtocolException Invalid(string code, string text) => new(code, OAuthErrors.InvalidRequest, text);
}
