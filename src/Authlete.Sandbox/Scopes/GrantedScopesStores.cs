using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Scopes;

/// <summary>The stores of this folder.</summary>
internal static class GrantedScopesStores
{
    extension(Installation installation)
    {
        public GrantedScopesStore GrantedScopes => installation.Store<GrantedScopesStore>();
    }
}
