namespace Authlete.ApiClient.Json;

/// <summary>The unit in which a field of the API counts time since 1970-01-01T00:00:00Z.</summary>
internal enum TimeUnit
{
    Seconds,
    Milliseconds,
}
