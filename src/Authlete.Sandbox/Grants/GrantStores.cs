using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Grants;

/// <summary>What the installation keeps for this folder.</summary>
internal static class GrantStores
{
    extension(Installation installation)
    {
        public GrantStore Grants => installation.Store<GrantStore>();
    }
}
