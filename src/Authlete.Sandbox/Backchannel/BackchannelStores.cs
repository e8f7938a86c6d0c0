using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Backchannel;

/// <summary>The stores of this folder.</summary>
internal static class BackchannelStores
{
    extension(Installation installation)
    {
        public BackchannelStore BackchannelRequests => installation.Store<BackchannelStore>();
    }
}
