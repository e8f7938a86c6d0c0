using Authlete.Sandbox.State;

namespace Authlete.Sandbox.TokenEndpoint;

/// <summary>The stores of this folder.</summary>
internal static class PasswordStores
{
    extension(Installation installation)
    {
        public SingleUse<PasswordTicket> PasswordTickets => installation.Store<SingleUse<PasswordTicket>>();
    }
}
