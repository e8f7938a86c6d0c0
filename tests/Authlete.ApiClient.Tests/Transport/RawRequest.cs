using System.Collections.Generic;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>A request as received.</summary>
internal sealed record RawRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
