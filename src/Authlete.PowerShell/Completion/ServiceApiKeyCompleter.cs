namespace Authlete.PowerShell.Completion;

/// <summary>Completes the API keys of services. Users can also type a service's name.</summary>
internal sealed class ServiceApiKeyCompleter : ServerCompleter
{
    private protected override ServerList List => ServerList.Services;
}
