using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Authorization;

/// <summary>/pushed_auth_req (RFC 9126): the client authenticates, and its request is checked as at the authorization endpoint.</summary>
internal static class PushedAuthorizationEndpoint
{
    private const long DefaultDuration = 600;

    private static readonly ClientCodes s_codes = new("A247307", "A247307", "A247307", "A247307", "A247307", "A247307");
    private static readonly ClientIdCodes s_idCodes = new("A247306", "A166303", "A166304", "A247303", "A247301", "A247302");

    public static ApiAnswer Push(ApiCall call)
    {
        try
        {
            var request = DirectRequest.Read(call, s_codes, s_idCodes);
            var reader = new AuthorizationRequestReader(call, request.Parameters, request);
            reader.Read();
            return Accept(request, reader.Source!);
        }
        catch (ProtocolException exception)
        {
            return call.ErrorReply(exception);
        }
    }

    private static Reply Accept(DirectRequest request, RequestSource source)
    {
        var (call, client) = (request.Call, request.Client);
        var duration = Durations.OrDefault(call.Service.Document.Number("pushedAuthReqDuration"), DefaultDuration);
        var uri =
            RequestSource.PushedPrefix
            + call.Installation.PushedRequests.Add(new PushedRequest(client, source, call.Now + (duration * 1000)));
        return call.Reply("A245001", $"The request of the client (ID = {client.Id}) was pushed; its URI is {uri}.", ApiActions.Created)
            .With("clientAuthMethod", client.AuthenticationMethod)
            .With("requestUri", uri)
            .With("responseContent", Json.Write(new JsonObject { ["expires_in"] = duration, ["request_uri"] = uri }));
    }
}
