using System;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text.Json;

namespace Authlete.ApiClient.Json;

/// <summary>Converts JSON elements to plain .NET values.</summary>
internal static class JsonValues
{
    public static string? ToText(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => UnescapedText(element),
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            _ => element.GetRawText(),
        };

    public static bool? ToBoolean(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when bool.TryParse(UnescapedText(element), out var value) => value,
            _ => null,
        };

    public static long? ToInt64(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Number when element.TryGetInt64(out var number):
                return number;
            case JsonValueKind.Number:
                var real = ToDouble(element.GetRawText());
                return real >= long.MaxValue ? long.MaxValue
                    : real <= long.MinValue ? long.MinValue
                    : (long)real;
            case JsonValueKind.String
                when long.TryParse(UnescapedText(element), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                return number;
            default:
                return null;
        }
    }

    /// <summary>Returns an integer in any notation; null if it has a fraction or is out of range.</summary>
    public static long? ToExactInt64(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && !element.TryGetInt64(out _)
            ? element.TryGetDecimal(out var exact) && exact == decimal.Truncate(exact) && exact >= long.MinValue && exact <= long.MaxValue
                ? (long)exact
                : null
            : ToInt64(element);

    public static string?[]? ToTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                var texts = new string?[element.GetArrayLength()];
                var i = 0;
                foreach (var item in element.EnumerateArray())
                {
                    texts[i++] = ToText(item);
                }

                return texts;
            case JsonValueKind.String:
                return [UnescapedText(element)];
            default:
                return null;
        }
    }

    /// <summary>Converts an element to a plain value. Objects become views, of the shape's type if it has one.</summary>
    public static object? ToValue(JsonElement element, JsonShape? shape, ReceivedJson received)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                return (shape ?? JsonShape.Untyped).CreateView(element, received);
            case JsonValueKind.Array when shape is not null:
                return shape.CreateViews(element, received);
            case JsonValueKind.Array:
                if (element.GetArrayLength() > 0 && element.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String))
                {
                    // The type of array that the property returns, so that callers of either can modify it in place.
                    return ToTexts(element);
                }

                var values = new object?[element.GetArrayLength()];
                var i = 0;
                foreach (var item in element.EnumerateArray())
                {
                    values[i++] = ToValue(item, null, received);
                }

                return values;
            default:
                return ToScalar(element);
        }
    }

    /// <summary>Converts an element to a plain value. Objects become ordered dictionaries.</summary>
    public static object? ToPlain(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new OrderedDictionary(StringComparer.Ordinal);
                foreach (var member in element.EnumerateObject())
                {
                    members[MemberLookup.NameOf(member)] = ToPlain(member.Value);
                }

                return members;
            case JsonValueKind.Array:
                var values = new List<object?>();
                foreach (var item in element.EnumerateArray())
                {
                    values.Add(ToPlain(item));
                }

                return values.ToArray();
            default:
                return ToScalar(element);
        }
    }

    /// <summary>Returns infinity if the number is out of range, where .NET Framework throws.</summary>
    private static double ToDouble(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : text[0] == '-' ? double.NegativeInfinity
        : double.PositiveInfinity;

    /// <summary>Returns a string, a Boolean, a number, or null.</summary>
    public static object? ToScalar(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return UnescapedText(element);
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            case JsonValueKind.Number when element.TryGetInt64(out var number):
                return number;
            case JsonValueKind.Number:
                var text = element.GetRawText();
                if (text.IndexOfAny(['.', 'e', 'E']) < 0)
                {
                    return BigInteger.Parse(text, CultureInfo.InvariantCulture);
                }

                return text.IndexOfAny(['e', 'E']) < 0 && element.TryGetDecimal(out var exact) && exact != 0m ? exact : ToDouble(text);
            default:
                return null;
        }
    }

    private static string? UnescapedText(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, escaped: it can't be converted to a string, so return the raw text.
            var raw = element.GetRawText();
            return raw.Substring(1, raw.Length - 2);
        }
    }
}
