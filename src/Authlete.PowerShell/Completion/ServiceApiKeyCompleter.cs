namespace Authlete.PowerShell.Completion;

/// <summary>Completes API keys of services; a service's name can be typed as well.</summary>
internal sealed class ServiceApiKeyCompleter : ServerCompleter
{
    private protected override ServerList List => ServerList.Services;
}
