namespace Authlete.PowerShell.Completion;

/// <summary>Completes client IDs. Users can also type a client's name.</summary>
internal sealed class ClientIdCompleter : ServerCompleter
{
    private protected override ServerList List => ServerList.Clients;
}
