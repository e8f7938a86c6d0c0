using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Authlete.Sandbox.State;

/// <summary>
/// The configuration of a service or a client as JSON. It is immutable, so requests can read it concurrently.
/// </summary>
internal sealed class Document
{
    private readonly JsonElement _json;

    private Document(JsonElement json) => _json = json;

    /// <summary>A snapshot of the object, with sorted members and without nulls.</summary>
    public static Document Of(JsonObject source)
    {
        using var parsed = JsonDocument.Parse(Json.Write(Json.Sorted(source)));
        return new Document(parsed.RootElement.Clone());
    }

    public string? Text(string name) =>
        _json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public bool Flag(string name) => _json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    public long Number(string name) =>
        _json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : 0;

    /// <summary>The strings of an array; none if the member is missing.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        _json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    public bool Lists(string name, string text) => Texts(name).Contains(text, StringComparer.Ordinal);

    public Document? Object(string name) =>
        _json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? new Document(value) : null;

    /// <summary>The objects of an array; none if the member is missing.</summary>
    public IReadOnlyList<Document> Objects(string name) =>
        _json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(item => new Document(item))]
            : [];

    public JsonNode? Node(string name) => _json.TryGetProperty(name, out var value) ? JsonNode.Parse(value.GetRawText()) : null;

    /// <summary>A mutable copy.</summary>
    public JsonObject ToObject() => JsonObject.Create(_json)!;
}
