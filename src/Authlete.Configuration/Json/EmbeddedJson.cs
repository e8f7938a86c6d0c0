using Authlete.ApiClient.Json;

namespace Authlete.Configuration.Json;

/// <summary>Reads JSON in strings.</summary>
internal static class EmbeddedJson
{
    /// <summary>Returns the object or list in a string; null if there is none.</summary>
    public static object? Read(string text) =>
        JsonReader.TryReadEmbedded(JsonTree.ToElement(text)) is { } embedded ? JsonTree.Read(embedded) : null;
}
