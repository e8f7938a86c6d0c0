using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Authorization;

/// <summary>The stores of this folder.</summary>
internal static class AuthorizationStores
{
    extension(Installation installation)
    {
        public SingleUse<AuthorizationTicket> AuthorizationTickets => installation.Store<SingleUse<AuthorizationTicket>>();

        public SingleUse<AuthorizationCode> AuthorizationCodes => installation.Store<SingleUse<AuthorizationCode>>();

        public SingleUse<PushedRequest> PushedRequests => installation.Store<SingleUse<PushedRequest>>();
    }
}
