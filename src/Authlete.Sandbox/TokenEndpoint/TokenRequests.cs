using Authlete.Sandbox.Api;
using Authlete.Sandbox.Backchannel;
using Authlete.Sandbox.Device;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.TokenEndpoint;

/// <summary>/auth/token.</summary>
internal static class TokenRequests
{
    private static readonly ClientCodes s_codes = new("A048304", "A048305", "A048306", "A048307", "A048323", "A048324");

    public static ApiAnswer Answer(ApiCall call)
    {
        try
        {
            return Grant(call);
        }
        catch (ProtocolException exception)
        {
            return call.ErrorReply(exception);
        }
    }

    private static Reply Grant(ApiCall call)
    {
        var parameters = ReadParameters(call);
        var grantType = ReadGrantType(parameters);
        if (!call.Service.Document.Lists("supportedGrantTypes", grantType))
        {
            throw new ProtocolException("A049305", OAuthErrors.UnsupportedGrantType, "The service does not support the grant type.");
        }

        // RFC 8693 and RFC 7523: client authentication is optional.
        var open = grantType is "TOKEN_EXCHANGE" or "JWT_BEARER" && !ClientAuthentication.NamesClient(call, parameters);
        if (open)
        {
            return grantType == "TOKEN_EXCHANGE" ? TokenExchange.Answer(call, parameters, null) : JwtBearer.Answer(call, parameters, null);
        }

        var request = Authenticate(call, parameters, grantType);
        return Grant(request, grantType).With("clientAuthMethod", request.Client.AuthenticationMethod);
    }

    private static TokenRequest Authenticate(ApiCall call, FormParameters parameters, string grantType)
    {
        var missing = grantType switch
        {
            "PASSWORD" => "A048301",
            "CLIENT_CREDENTIALS" => "A048314",
            _ => "A244305",
        };
        var own = new ClientIdCodes(missing, "A048302", "A048303", "A048312", "A244303", "A244304");
        var (client, aliasUsed) = ClientAuthentication.Authenticate(call, parameters, s_codes, own);
        if (!client.Document.Lists("grantTypes", grantType))
        {
            throw new ProtocolException("A047302", OAuthErrors.UnauthorizedClient, "The client may not use the grant type.");
        }

        return new TokenRequest(call, parameters, client, aliasUsed);
    }

    private static Reply Grant(TokenRequest request, string grantType) =>
        grantType switch
        {
            "AUTHORIZATION_CODE" => CodeGrant.Answer(request),
            "CLIENT_CREDENTIALS" => ClientCredentialsGrant.Answer(request),
            "PASSWORD" => PasswordGrant.Answer(request),
            "REFRESH_TOKEN" => RefreshGrant.Answer(request),
            "DEVICE_CODE" => DeviceGrant.Answer(request),
            "CIBA" => BackchannelGrant.Answer(request),
            "TOKEN_EXCHANGE" => TokenExchange.Answer(request.Call, request.Parameters, request),
            "JWT_BEARER" => JwtBearer.Answer(request.Call, request.Parameters, request),
            _ => throw ProtocolException.OfService("A047101", "The sandbox does not play this grant type."),
        };

    private static FormParameters ReadParameters(ApiCall call)
    {
        if (call.Text("parameters") is not { } text)
        {
            throw ProtocolException.OfService("A047201", "The API call does not contain 'parameters'.");
        }

        if (!FormParameters.TryParse(text, out var parameters))
        {
            throw ProtocolException.OfService("A047202", "'parameters' is not form-urlencoded.");
        }

        return parameters.IsEmpty ? throw Invalid("A047301", "The token request has no parameters.") : parameters;
    }

    private static string ReadGrantType(FormParameters parameters)
    {
        if (parameters.IsRepeated("grant_type"))
        {
            throw Invalid("A049303", "grant_type is given more than once.");
        }

        return parameters.First("grant_type") switch
        {
            null => throw Invalid("A049301", "grant_type is missing."),
            "" => throw Invalid("A049302", "grant_type is empty."),
            "authorization_code" => "AUTHORIZATION_CODE",
            "client_credentials" => "CLIENT_CREDENTIALS",
            "password" => "PASSWORD",
            "refresh_token" => "REFRESH_TOKEN",
            "urn:openid:params:grant-type:ciba" => "CIBA",
            "urn:ietf:params:oauth:grant-type:device_code" => "DEVICE_CODE",
            "urn:ietf:params:oauth:grant-type:token-exchange" => "TOKEN_EXCHANGE",
            "urn:ietf:params:oauth:grant-type:jwt-bearer" => "JWT_BEARER",
            "implicit" => throw new ProtocolException(
                "A049306",
                OAuthErrors.UnsupportedGrantType,
                "implicit is no grant of the token endpoint."
            ),
            _ => throw new ProtocolException("A049304", OAuthErrors.UnsupportedGrantType, "The value of grant_type is unknown."),
        };
    }

    private static ProtocolException Invalid(string code, string text) => new(code, OAuthErrors.InvalidRequest, text);
}
