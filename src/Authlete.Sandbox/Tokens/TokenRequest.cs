using System.Collections.Generic;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>A token request whose client has been authenticated.</summary>
internal sealed record TokenRequest(ApiCall Call, FormParameters Parameters, ClientRecord Client, bool ClientIdAliasUsed)
{
    /// <summary>The tokens to issue, as far as the request determines them. Checks their binding.</summary>
    public TokenOrder Order(string grantType, IReadOnlyList<string> scopes) =>
        new(Client, grantType, scopes)
        {
            ClientIdAliasUsed = ClientIdAliasUsed,
            Binding = TokenBinding.Of(Call, Client),
            AccessToken = Call.Text("accessToken"),
            AccessTokenDuration = Call.Number("accessTokenDuration"),
            RefreshTokenDuration = Call.Number("refreshTokenDuration"),
            JwtClaims = Call.Text("jwtAtClaims"),
        };

    public IssuedTokens Issue(TokenOrder order) =>
        TokenIssuer.TryIssue(Call.Installation, order)
        ?? throw ProtocolException.OfService("A144201", "The access token value is in use already.");

    /// <summary>Reads a required parameter. The codes report that it is missing, empty, or repeated.</summary>
    public string Required(string name, string missing, string empty, string repeated)
    {
        Parameters.Once(name, repeated);

        return Parameters.First(name) switch
        {
            null => throw new ProtocolException(missing, OAuthErrors.InvalidRequest, $"{name} is missing."),
            "" => throw new ProtocolException(empty, OAuthErrors.InvalidRequest, $"{name} is empty."),
            { } value => value,
        };
    }
}
