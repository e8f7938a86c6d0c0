using System.Collections.Generic;
using Authlete.Sandbox.Backchannel;
using Authlete.Sandbox.Device;
using Authlete.Sandbox.Hosting;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>/auth/token.</summary>
internal static class TokenEndpoint
{
    private static readonly ClientCodes Codes = new("A048304", "A048305", "A048306", "A048307", "A048323", "A048324");

    public static ApiAnswer Request(ApiCall call)
    {
        try
        {
            return Answer(call);
        }
        catch (ProtocolException exception)
        {
            return call.ErrorReply(exception);
        }
    }

    private static Reply Answer(ApiCall call)
    {
        var parameters = ReadParameters(call);
        var grantType = ReadGrantType(parameters);
        if (!call.Service.Document.Lists("supportedGrantTypes", grantType))
            throw new ProtocolException("A049305", OAuthErrors.UnsupportedGrantType, "The service does not support the grant type.");

        // RFC 8693 and RFC 7523: the tokens in the request may be all that a client has to show.
        var open = grantType is "TOKEN_EXCHANGE" or "JWT_BEARER" && !ClientAuthentication.NamesClient(call, parameters);
        if (open) return grantType == "TOKEN_EXCHANGE" ? TokenExchange.Answer(call, parameters, null) : JwtBearer.Answer(call, parameters, null);

        var request = Authenticate(call, parameters, grantType);
        return Answer(request, grantType).With("clientAuthMethod", request.Client.AuthenticationMethod);
    }

    private static TokenRequest Authenticate(ApiCall call, FormParameters parameters, string grantType)
    {
        var missing = grantType switch { "PASSWORD" => "A048301", "CLIENT_CREDENTIALS" => "A048314", _ => "A244305" };
        var own = new ClientIdCodes(missing, "A048302", "A048303", "A048312", "A244303", "A244304");
        var (client, aliasUsed) = ClientAuthentication.Authenticate(call, parameters, Codes, own);
        if (!client.Document.Lists("grantTypes", grantType))
            throw new ProtocolException("A047302", OAuthErrors.UnauthorizedClient, "The client may not use the grant type.");
        return new TokenRequest(call, parameters, client, aliasUsed);
    }

    private static Reply Answer(TokenRequest request, string grantType) => grantType switch
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
        if (call.Text("parameters") is not { } text) throw ProtocolException.OfService("A047201", "The API call does not contain 'parameters'.");
        if (!FormParameters.TryParse(text, out var parameters)) throw ProtocolException.OfService("A047202", "'parameters' is not form-urlencoded.");
        return parameters.IsEmpty ? throw Invalid("A047301", "The token request has no parameters.") : parameters;
    }

    private static string ReadGrantType(FormParameters parameters)
    {
        if (parameters.IsRepeated("grant_type")) throw Invalid("A049303", "grant_type is given more than once.");
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
            "implicit" => throw new ProtocolException("A049306", OAuthErrors.UnsupportedGrantType, "implicit is no grant of the token endpoint."),
            _ => throw new ProtocolException("A049304", OAuthErrors.UnsupportedGrantType, "The value of grant_type is unknown."),
        };
    }

    private static ProtocolException Invalid(string code, string text) => new(code, OAuthErrors.InvalidRequest, text);
}

/// <summary>A token request whose client has been authenticated.</summary>
internal sealed record TokenRequest(ApiCall Call, FormParameters Parameters, ClientRecord Client, bool ClientIdAliasUsed)
{
    /// <summary>What tokens are issued for this request, as far as the request itself tells; checks what they are to be bound to.</summary>
    public TokenOrder Order(string grantType, IReadOnlyList<string> scopes) => new(Client, grantType, scopes)
    {
        ClientIdAliasUsed = ClientIdAliasUsed,
        Binding = TokenBinding.Of(Call, Client),
        AccessToken = Call.Text("accessToken"),
        AccessTokenDuration = Call.Number("accessTokenDuration"),
        RefreshTokenDuration = Call.Number("refreshTokenDuration"),
        JwtClaims = Call.Text("jwtAtClaims"),
    };

    public IssuedTokens Issue(TokenOrder order) => TokenIssuer.TryIssue(Call.Installation, order)
        ?? throw ProtocolException.OfService("A144201", "The access token value is in use already.");

    /// <summary>Reads a parameter that must be there once; the codes are for it being missing, empty and repeated.</summary>
    public string Required(string name, string missing, string empty, string repeated)
    {
        if (Parameters.IsRepeated(name)) throw new ProtocolException(repeated, OAuthErrors.InvalidRequest, $"{name} is given more than once.");
        return Parameters.First(name) switch
        {
            null => throw new ProtocolException(missing, OAuthErrors.InvalidRequest, $"{name} is missing."),
            "" => throw new ProtocolException(empty, OAuthErrors.InvalidRequest, $"{name} is empty."),
            { } value => value,
        };
    }
}
