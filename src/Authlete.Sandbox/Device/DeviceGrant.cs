using Authlete.Sandbox.Hosting;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Device;

/// <summary>The token request of the device flow (RFC 8628, section 3.4). The interval between two requests is not watched over.</summary>
internal static class DeviceGrant
{
    public static Reply Answer(TokenRequest request)
    {
        var call = request.Call;
        var value = request.Required("device_code", "A242301", "A242302", "A242303");
        var store = call.Installation.DeviceRequests;
        if (store.ByDeviceCode(value) is not { } pending || pending.Client.Service != call.Service)
            throw Refused("A242304", OAuthErrors.InvalidGrant, "The device code is unknown or has been used.");
        if (pending.Client != request.Client) throw Refused("A242305", OAuthErrors.InvalidGrant, "The device code belongs to another client.");
        if (pending.Expired(call.Now))
        {
            store.TryTake(pending);
            throw Refused("A242306", OAuthErrors.ExpiredToken, "The device code has expired.");
        }

        if (pending.Decision is not { } decision) throw Refused("A242307", OAuthErrors.AuthorizationPending, "The user has not decided yet.");
        var order = request.Order("DEVICE_CODE", decision.Scopes) with { Properties = TokenProperties.Read(call) ?? [] };
        if (!store.TryTake(pending)) throw Refused("A242309", OAuthErrors.InvalidGrant, "The device code was used by another call at the same time.");
        return decision.Authorized ? Issue(request, pending, decision, order) : Refuse(request, decision);
    }

    private static Reply Issue(TokenRequest request, DeviceRequest pending, Decision decision, TokenOrder order)
    {
        var tokens = request.Issue(PendingTokens.Order(pending, decision, order));
        var idToken = PendingTokens.WriteIdToken(request.Call, decision, tokens);
        return TokenResponses.Reply(request.Call, "A242002", "The token request (grant_type=device_code) was answered.", tokens, idToken)
            .With("grantType", "DEVICE_CODE")
            .With("resources", pending.Resources);
    }

    private static Reply Refuse(TokenRequest request, Decision decision)
    {
        const string code = "A242001";
        var error = decision.Result == Decision.DeniedResult ? OAuthErrors.AccessDenied : OAuthErrors.ExpiredToken;
        return request.Call.Reply(code, $"The request was completed with {decision.Result}.", ApiActions.BadRequest)
            .With("responseContent", Json.Write(PendingTokens.Error(request.Call.Service, decision, error, code)));
    }

    private static ProtocolException Refused(string code, string error, string text) => new(code, error, text);
}
