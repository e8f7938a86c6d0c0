using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>What the installation keeps for this folder.</summary>
internal static class TokenStores
{
    extension(Installation installation)
    {
        public TokenStore Tokens => installation.Store<TokenStore>();
    }
}
