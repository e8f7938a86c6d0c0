using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Device;

/// <summary>The token request of the device flow (RFC 8628, section 3.4). The interval between requests isn't enforced.</summary>
internal static class DeviceGrant
{
    public static Reply Answer(TokenRequest request)
    {
        var call = request.Call;
        var value = request.Required("device_code", "A242301", "A242302", "A242303");
        var store = call.Installation.DeviceRequests;
        if (store.ByDeviceCode(value) is not { } pending || pending.Client.Service != call.Service)
        {
            throw Refused("A242304", OAuthErrors.InvalidGrant, "The device code is unknown or has been used.");
        }

        if (pending.Client != request.Client)
        {
            throw Refused("A242305", OAuthErrors.InvalidGrant, "The device code belongs to another client.");
        }

        if (pending.Expired(call.Now))
        {
            store.TryTake(pending);
            throw Refused("A242306", OAuthErrors.ExpiredToken, "The device code has expired.");
        }

        if (pending.Decision is not { } decision)
        {
            throw Refused("A242307", OAuthErrors.AuthorizationPending, "The user has not decided yet.");
        }

        var order = request.Order("DEVICE_CODE", decision.Scopes) with { Properties = TokenProperties.Read(call) ?? [] };
        if (!store.TryTake(pending))
        {
            throw Refused("A242309", OAuthErrors.InvalidGrant, "The device code was used by another call at the same time.");
        }

        return PendingTokens.Answer(request, pending, decision, order, "A242002", "A242001");
    }

    private static ProtocolException Refused(string code, string error, string text) => new(code, error, text);
}
