namespace Authlete.PowerShell.Completion;

/// <summary>Completes the names of the service's scopes.</summary>
internal sealed class ScopeCompleter : ServerCompleter
{
    private protected override ServerList List => ServerList.Scopes;
}
