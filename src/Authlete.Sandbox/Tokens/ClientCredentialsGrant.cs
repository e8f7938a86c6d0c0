using Authlete.Sandbox.Hosting;
using Authlete.Sandbox.Protocol;

namespace Authlete.Sandbox.Tokens;

/// <summary>The client credentials grant (RFC 6749, section 4.4): no user, no refresh token.</summary>
internal static class ClientCredentialsGrant
{
    public static Reply Answer(TokenRequest request)
    {
        if (!request.Client.Confidential)
            throw new ProtocolException("A052301", OAuthErrors.UnauthorizedClient, "A public client may not use the client credentials grant.");
        var call = request.Call;
        var order = new TokenOrder(request.Client, "CLIENT_CREDENTIALS", RequestedScopes.Read(request, "A052302", "A052303"))
        {
            ClientIdAliasUsed = request.ClientIdAliasUsed,
            Properties = TokenProperties.Read(call) ?? [],
            AccessToken = call.Text("accessToken"),
            AccessTokenDuration = call.Number("accessTokenDuration"),
        };
        var tokens = TokenIssuer.TryIssue(call.Installation, order)
            ?? throw ProtocolException.OfService("A144201", "The access token value is in use already.");
        return TokenResponses.Reply(call, "A052001", "The token request (grant_type=client_credentials) was answered.", tokens)
            .With("grantType", "CLIENT_CREDENTIALS");
    }
}
