using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Grants;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Device;

/// <summary>/device/authorization (RFC 8628, section 3.1).</summary>
internal static class DeviceAuthorizationEndpoint
{
    private const int DefaultUserCodeLength = 10;
    private const string Placeholder = "USER_CODE";

    private static readonly ClientCodes s_codes = new("A218305", "A218305", "A218305", "A218305", "A218305", "A218305");
    private static readonly ClientIdCodes s_idCodes = new("A166302", "A166303", "A166304", "A218303", "A218301", "A218302");

    public static ApiAnswer Authorize(ApiCall call)
    {
        try
        {
            var request = DirectRequest.Read(call, s_codes, s_idCodes);
            request.CheckGrantType("DEVICE_CODE");
            CheckService(call.Service.Document);
            return Answer(request, Accept(request));
        }
        catch (ProtocolException exception)
        {
            return call.ErrorReply(exception);
        }
    }

    private static void CheckService(Document service)
    {
        if (service.Text("deviceVerificationUri") is null)
        {
            throw ProtocolException.OfService("A222101", "The service has no device verification URI.");
        }

        if (service.Number("deviceFlowCodeDuration") <= 0)
        {
            throw ProtocolException.OfService("A222102", "The service gives device codes no lifetime.");
        }
    }

    private static DeviceRequest Accept(DirectRequest request)
    {
        var (call, client) = (request.Call, request.Client);
        var scopes = request.Scopes("A219305");
        var details = AuthorizationDetails.Read(client, request.Parameters);
        var grant = GrantRequest.Read(call, client, request.Parameters);
        var expiresAt = call.Now + (call.Service.Document.Number("deviceFlowCodeDuration") * 1000);
        while (true)
        {
            var accepted = new DeviceRequest(expiresAt)
            {
                Client = client,
                ClientIdAliasUsed = request.ClientIdAliasUsed,
                Scopes = scopes,
                Acrs = request.Acrs(),
                Resources = ResourceIndicators.Read(request.Parameters),
                AuthorizationDetails = details,
                GrantRequest = grant,
                DeviceCode = Secrets.NewToken(),
                UserCode = NewUserCode(call.Service.Document),
            };
            if (call.Installation.DeviceRequests.TryAdd(accepted))
            {
                return accepted;
            }
        }
    }

    private static string NewUserCode(Document service)
    {
        var letters = service.Text("userCodeCharset") == "NUMERIC" ? "0123456789" : "BCDFGHJKLMNPQRSTVWXZ";
        var length = (int)service.Number("userCodeLength");
        return RandomNumberGenerator.GetString(letters, length > 0 ? length : DefaultUserCodeLength);
    }

    private static Reply Answer(DirectRequest request, DeviceRequest accepted)
    {
        var service = request.Call.Service.Document;
        var uri = service.Text("deviceVerificationUri")!;
        var template = service.Text("deviceVerificationUriComplete");
        var complete =
            template?.Contains(Placeholder, StringComparison.Ordinal) == true
                ? template.Replace(Placeholder, accepted.UserCode, StringComparison.Ordinal)
                : null;
        string[] warnings =
            template is not null && complete is null
                ? [ResultMessage.Of("A223201", $"The template for the complete verification URI lacks {Placeholder}.")]
                : [];
        var duration = service.Number("deviceFlowCodeDuration");
        var interval = service.Number("deviceFlowPollingInterval");

        var content = new JsonObject { ["user_code"] = accepted.UserCode, ["device_code"] = accepted.DeviceCode };
        if (interval > 0)
        {
            content["interval"] = interval;
        }

        if (complete is not null)
        {
            content["verification_uri_complete"] = complete;
        }

        content["verification_uri"] = uri;
        content["expires_in"] = duration;
        return request
            .Call.Reply("A220001", "The device authorization request was accepted.", ApiActions.Ok)
            .WithPending(accepted)
            .With("clientAuthMethod", request.Client.AuthenticationMethod)
            .With("deviceCode", accepted.DeviceCode)
            .With("userCode", accepted.UserCode)
            .With("verificationUri", uri)
            .With("verificationUriComplete", complete)
            .With("expiresIn", duration)
            .With("interval", interval)
            .With("warnings", warnings.AsEnumerable())
            .With("responseContent", Json.Write(content));
    }
}
