using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Device;

/// <summary>/device/verification and /device/complete: the verification of a user code, and the user's decision.</summary>
internal static class DeviceDecision
{
    private const string NotExist = "NOT_EXIST";
    private const string Expired = "EXPIRED";

    private static readonly DecisionCodes s_codes = new("A228201", "A230", "A231", "A233", "A232201", "A234201", "A257201", "A236203");

    public static ApiAnswer Verify(ApiCall call)
    {
        try
        {
            var request = Find(call, new UserCodeCodes("A225201", "A225301", "A225302", "A225303"), NotExist, Expired);
            if (request.Client.Deleted)
            {
                throw Refused("A225301", "The client of the request is gone.", NotExist);
            }

            return call.Reply("A224001", "The user code is good.", "VALID")
                .WithPending(request)
                .With("expiresAt", Times.Rounded(request.ExpiresAt));
        }
        catch (ProtocolException exception)
        {
            var action = exception.Action == ApiActions.InternalServerError ? ApiActions.ServerError : exception.Action;
            return call.Reply(exception.Code, exception.Message, action);
        }
    }

    public static ApiAnswer Complete(ApiCall call)
    {
        try
        {
            var request = Find(
                call,
                new UserCodeCodes("A227201", "A227301", "A227302", "A227303"),
                "USER_CODE_NOT_EXIST",
                "USER_CODE_EXPIRED"
            );
            if (request.Client.Deleted)
            {
                throw ProtocolException.OfService("A229301", "The client of the request is gone.");
            }

            if (request.Decision is not null)
            {
                throw Decided();
            }

            var decision = Decision.Read(call, request, s_codes);
            if (!request.TryDecide(() => PendingTokens.Grant(call, request, decision)))
            {
                throw Decided();
            }

            return call.Reply("A241001", "The decision was stored.", "SUCCESS");
        }
        catch (ProtocolException exception)
        {
            var action = exception.Action == ApiActions.InternalServerError ? "INVALID_REQUEST" : exception.Action;
            return call.Reply(exception.Code, exception.Message, action);
        }
    }

    private static ProtocolException Decided() => ProtocolException.OfService("A239203", "The user code was completed before.");

    private static DeviceRequest Find(ApiCall call, UserCodeCodes codes, string notExist, string expired)
    {
        var userCode = call.Text("userCode");
        if (string.IsNullOrEmpty(userCode))
        {
            throw ProtocolException.OfService(codes.Missing, "The API call does not contain 'userCode'.");
        }

        if (call.Installation.DeviceRequests.ByUserCode(userCode) is not { } request)
        {
            throw Refused(codes.Unknown, "The user code is unknown.", notExist);
        }

        if (request.Client.Service != call.Service)
        {
            throw Refused(codes.Foreign, "The user code belongs to another service.", notExist);
        }

        if (request.Expired(call.Now))
        {
            throw Refused(codes.Expired, "The user code has expired.", expired);
        }

        return request;
    }

    private static ProtocolException Refused(string code, string text, string action) =>
        new(code, OAuthErrors.InvalidRequest, text, action);

    private sealed record UserCodeCodes(string Missing, string Unknown, string Foreign, string Expired);
}
