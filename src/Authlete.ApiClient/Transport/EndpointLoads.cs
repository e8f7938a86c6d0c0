using System.Collections.Concurrent;

namespace Authlete.ApiClient.Transport;

/// <summary>The loads of endpoints, by address and API key.</summary>
internal sealed class EndpointLoads
{
    private readonly ConcurrentDictionary<(string Address, string? ApiKey), EndpointLoad> _loads = new();

    public static EndpointLoads Shared { get; } = new();

    public EndpointLoad Of(string address, string? apiKey) => _loads.GetOrAdd((address, apiKey), static _ => new EndpointLoad());
}
