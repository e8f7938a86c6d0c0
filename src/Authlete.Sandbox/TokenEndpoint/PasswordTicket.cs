using System.Collections.Generic;
using Authlete.Sandbox.State;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.TokenEndpoint;

/// <summary>A token request of the password flow that waits for the caller's verdict on the credentials.</summary>
internal sealed record PasswordTicket(
    ClientRecord Client,
    bool ClientIdAliasUsed,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<TokenProperty> Properties,
    long ExpiresAt
) : IOfClient
{
    /// <summary>What the tokens are to be bound to.</summary>
    public TokenBinding Binding { get; init; }
}
