namespace Authlete.PowerShell.Completion;

/// <summary>Completes client ids; a client's name can be typed as well.</summary>
internal sealed class ClientIdCompleter : ServerCompleter
{
    private protected override ServerList List => ServerList.Clients;
}
