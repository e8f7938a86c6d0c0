using Authlete.ApiClient.Json;

namespace Authlete.Configuration.Json;

/// <summary>JSON in a text.</summary>
internal static class EmbeddedJson
{
    /// <summary>The object or list in a text; null if there is none.</summary>
    public static object? Read(string text) =>
        JsonReader.TryReadEmbedded(JsonTree.ToElement(text)) is { } embedded ? JsonTree.Read(embedded) : null;
}
