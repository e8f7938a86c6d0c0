namespace Authlete.ApiClient.Json;

/// <summary>What a time in the API counts since 1970-01-01T00:00:00Z.</summary>
internal enum TimeUnit
{
    Seconds,
    Milliseconds,
}
