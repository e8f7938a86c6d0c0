using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Backchannel;

/// <summary>What the installation keeps for this folder.</summary>
internal static class BackchannelStores
{
    extension(Installation installation)
    {
        public BackchannelStore BackchannelRequests => installation.Store<BackchannelStore>();
    }
}
