namespace Authlete.PowerShell.Completion;

/// <summary>Completes the names of the service's scopes.</summary>
public sealed class ScopeCompleter : ServerCompleter
{
    private protected override ServerList List => ServerList.Scopes;
}
