using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Backchannel;

/// <summary>The token request of CIBA (CIBA Core, section 10.1). The interval between requests isn't enforced.</summary>
internal static class BackchannelGrant
{
    public static Reply Answer(TokenRequest request)
    {
        var call = request.Call;
        var value = request.Required("auth_req_id", "A200301", "A200302", "A200303");
        var store = call.Installation.BackchannelRequests;
        if (store.ByAuthReqId(value) is not { } pending || pending.Client.Service != call.Service)
        {
            throw Refused("A200304", OAuthErrors.InvalidGrant, "The auth_req_id is unknown or has been used.");
        }

        if (pending.Client != request.Client)
        {
            throw Refused("A200305", OAuthErrors.InvalidGrant, "The auth_req_id belongs to another client.");
        }

        if (pending.DeliveryMode == "PUSH")
        {
            throw Refused(
                "A200306",
                OAuthErrors.UnauthorizedClient,
                "The auth_req_id is of the push mode, in which there is no token request."
            );
        }

        if (pending.Expired(call.Now))
        {
            store.TryTake(pending);
            throw Refused("A200307", OAuthErrors.ExpiredToken, "The auth_req_id has expired.");
        }

        if (pending.Decision is not { } decision)
        {
            throw Refused("A200308", OAuthErrors.AuthorizationPending, "The user has not been authenticated yet.");
        }

        var order = request.Order("CIBA", decision.Scopes) with { Properties = TokenProperties.Read(call) ?? [] };
        if (!store.TryTake(pending))
        {
            throw Refused("A200310", OAuthErrors.InvalidGrant, "The auth_req_id was used by another call at the same time.");
        }

        return PendingTokens.Answer(request, pending, decision, order, "A200002", "A200001");
    }

    private static ProtocolException Refused(string code, string error, string text) => new(code, error, text);
}
