using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;

namespace Authlete.Sandbox.Federation;

/// <summary>/federation/registration. It refuses all registrations, because the sandbox can't resolve trust chains.</summary>
internal static class ExplicitRegistration
{
    public static ApiAnswer Register(ApiCall call)
    {
        if (!call.Service.Document.Flag("federationEnabled"))
        {
            return call.ErrorReply(
                new ProtocolException("A001223", "not_found", "The service does not take part in a federation.", ApiActions.NotFound)
            );
        }

        var hasConfiguration = !string.IsNullOrEmpty(call.Text("entityConfiguration"));
        var hasChain = !string.IsNullOrEmpty(call.Text("trustChain"));
        return call.ErrorReply(
            hasConfiguration == hasChain
                ? new ProtocolException(
                    "A320301",
                    OAuthErrors.InvalidRequest,
                    "Either an entity configuration or a trust chain must be given."
                )
                : new ProtocolException("A320301", "invalid_trust_chain", "The trust chain of the client could not be resolved.")
        );
    }
}
