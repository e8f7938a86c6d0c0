using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Grants;

/// <summary>The stores of this folder.</summary>
internal static class GrantStores
{
    extension(Installation installation)
    {
        public GrantStore Grants => installation.Store<GrantStore>();
    }
}
