using System;
using System.Collections.Generic;
using System.Threading;
using Authlete.Sandbox.Grants;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>A request that waits for a user on another device, while its client asks the token endpoint for the outcome.</summary>
internal abstract class PendingAuthorization
{
    private readonly Lock _gate = new();

    public required ClientRecord Client { get; init; }

    public required bool ClientIdAliasUsed { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public IReadOnlyList<string> Acrs { get; init; } = [];

    public IReadOnlyList<string> Resources { get; init; } = [];

    public AuthorizationDetails? AuthorizationDetails { get; init; }

    public GrantRequest? GrantRequest { get; init; }

    /// <summary>The user's decision; null until there is one.</summary>
    public Decision? Decision { get; private set; }

    public abstract long ExpiresAt { get; }

    protected Lock Gate => _gate;

    public bool Expired(long now) => ExpiresAt <= now;

    /// <summary>Records the decision. If there are several calls, only the first one succeeds.</summary>
    public bool TryDecide(Func<Decision> decide)
    {
        lock (_gate)
        {
            if (Decision is not null)
            {
                return false;
            }

            Decision = decide();
            return true;
        }
    }
}
