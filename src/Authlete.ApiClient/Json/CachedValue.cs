using System;
using System.Text.Json;

namespace Authlete.ApiClient.Json;

/// <summary>A value that was read from JSON and returned to a caller, who may have modified it.</summary>
internal static class CachedValue
{
    /// <summary>Whether a value was modified after it was read from an element.</summary>
    public static bool IsModified(object? cached, JsonElement element)
    {
        switch (cached)
        {
            case JsonView view:
                return view.IsModified;
            case Array items when element.ValueKind == JsonValueKind.Array:
                if (items.Length != element.GetArrayLength())
                {
                    return true;
                }

                var i = 0;
                foreach (var item in element.EnumerateArray())
                {
                    if (IsItemModified(items.GetValue(i++), item))
                    {
                        return true;
                    }
                }

                return false;
            case Array { Length: 1 } items:
                return IsItemModified(items.GetValue(0), element);
            default:
                return false;
        }
    }

    /// <summary>Writes a modified value. Unmodified list items are written as received.</summary>
    public static void Write(Utf8JsonWriter writer, object? cached, JsonElement element)
    {
        if (cached is not Array items || element.ValueKind != JsonValueKind.Array)
        {
            JsonWriting.Write(writer, cached);
            return;
        }

        writer.WriteStartArray();
        for (var i = 0; i < items.Length; i++)
        {
            var item = items.GetValue(i);
            if (i >= element.GetArrayLength())
            {
                JsonWriting.Write(writer, item);
            }
            else if (IsItemModified(item, element[i]))
            {
                Write(writer, item, element[i]);
            }
            else
            {
                writer.WriteRawValue(element[i].GetRawText(), skipInputValidation: true);
            }
        }

        writer.WriteEndArray();
    }

    private static bool IsItemModified(object? cached, JsonElement item) =>
        HostValues.Unwrap(cached) switch
        {
            JsonView view => !view.IsViewOf(item) || view.IsModified,
            Array list => item.ValueKind != JsonValueKind.Array || IsModified(list, item),
            string text => item.ValueKind is JsonValueKind.Null || !string.Equals(text, JsonValues.ToText(item), StringComparison.Ordinal),
            var scalar => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array || !Equals(scalar, JsonValues.ToScalar(item)),
        };
}
