using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Api;

/// <summary>Responses that report an error in a request of a client.</summary>
internal static class ErrorReplies
{
    /// <summary>The response whose <c>responseContent</c> is the error as JSON (RFC 6749, section 5.2).</summary>
    public static Reply ErrorReply(this ApiCall call, ProtocolException exception) =>
        call.Reply(exception.Code, exception.Message, exception.Action)
            .With("responseContent", Json.Write(OAuthErrors.Members(call.Service, exception.Code, exception.Error, exception.Message)));
}
