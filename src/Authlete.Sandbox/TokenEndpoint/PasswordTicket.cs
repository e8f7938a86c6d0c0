using System.Collections.Generic;
using Authlete.Sandbox.State;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.TokenEndpoint;

/// <summary>A password grant request that waits until the caller has checked the credentials.</summary>
internal sealed record PasswordTicket(
    ClientRecord Client,
    bool ClientIdAliasUsed,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<TokenProperty> Properties,
    long ExpiresAt
) : IOfClient
{
    /// <summary>The binding of the tokens.</summary>
    public TokenBinding Binding { get; init; }
}
