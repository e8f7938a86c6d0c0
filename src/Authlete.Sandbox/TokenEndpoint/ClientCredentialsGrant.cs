using Authlete.Sandbox.Api;
using Authlete.Sandbox.Grants;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.TokenEndpoint;

/// <summary>The client credentials grant (RFC 6749, section 4.4): no user, no refresh token.</summary>
internal static class ClientCredentialsGrant
{
    public static Reply Answer(TokenRequest request)
    {
        if (!request.Client.Confidential)
        {
            throw new ProtocolException(
                "A052301",
                OAuthErrors.UnauthorizedClient,
                "A public client may not use the client credentials grant."
            );
        }

        var scopes = RequestedScopes.Read(request, "A052302", "A052303", withoutUser: true);
        var details = AuthorizationDetails.Read(request.Client, request.Parameters);
        var order = request.Order("CLIENT_CREDENTIALS", scopes) with
        {
            Properties = TokenProperties.Read(request.Call) ?? [],
            AuthorizationDetails = details,
        };
        return TokenResponses
            .Reply(request.Call, "A052001", "The token request (grant_type=client_credentials) was answered.", request.Issue(order))
            .With("grantType", "CLIENT_CREDENTIALS");
    }
}
