using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Authlete.Sandbox.State;

/// <summary>JSON as the service writes it: quotes, slashes, and non-ASCII text aren't escaped.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions s_compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions s_indented = new(s_compact) { WriteIndented = true };

    public static string Write(JsonNode node, bool pretty = false) => node.ToJsonString(pretty ? s_indented : s_compact);

    public static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    public static bool TryParseObject(string text, [NotNullWhen(true)] out JsonObject? value)
    {
        value = null;
        try
        {
            using var parsed = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            CheckTexts(parsed.RootElement);
            value = JsonObject.Create(parsed.RootElement.Clone());
            return value is not null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Reads every string and name, because an unpaired surrogate is valid JSON but not valid text.</summary>
    private static void CheckTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    CheckTexts(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    CheckTexts(member.Value);
                }

                break;
            default:
                break;
        }
    }

    /// <summary>A copy with sorted members and without nulls, at every depth.</summary>
    public static JsonObject Sorted(JsonObject source)
    {
        var sorted = new JsonObject();
        foreach (var (name, value) in source.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            if (value is not null)
            {
                sorted[name] = SortedNode(value);
            }
        }

        return sorted;
    }

    private static JsonNode? SortedNode(JsonNode? node) =>
        node switch
        {
            JsonObject value => Sorted(value),
            JsonArray array => new JsonArray([.. array.Select(SortedNode)]),
            _ => node?.DeepClone(),
        };
}
