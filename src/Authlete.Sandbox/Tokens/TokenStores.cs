using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>The stores of this folder.</summary>
internal static class TokenStores
{
    extension(Installation installation)
    {
        public TokenStore Tokens => installation.Store<TokenStore>();
    }
}
