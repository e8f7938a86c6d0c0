using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Authlete.ApiClient.Json;

/// <summary>JSON to plain .NET values and back: the one place that knows how.</summary>
internal static class JsonText
{
    // Deep enough for any configuration, shallow enough for the stack.
    private const int MaxDepth = 256;

    // The parser lets broken text pass, and its strings throw later, one by one.
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly byte[] s_byteOrderMark = [0xEF, 0xBB, 0xBF];

    private static readonly JsonDocumentOptions s_reading = new() { MaxDepth = MaxDepth };
    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth };

    /// <summary>Whether a text begins as a JSON object or array does, perhaps after a byte order mark.</summary>
    public static bool Begins(string text, char opening) => text.TrimStart().TrimStart('\uFEFF').TrimStart() is { Length: > 0 } json && json[0] == opening;

    public static Utf8JsonWriter CreateWriter(Stream stream) => new(stream, s_writing);

    /// <summary>Reads a JSON text, which the element then holds on to.</summary>
    /// <exception cref="FormatException">It is not JSON.</exception>
    public static JsonElement Read(byte[] utf8)
    {
        try
        {
            s_utf8.GetCharCount(utf8);

            // A byte order mark may be ignored (RFC 8259 section 8.1). The clone is as small as can be; what the parser works with goes back to its pool.
            var start = utf8.AsSpan().StartsWith(s_byteOrderMark) ? s_byteOrderMark.Length : 0;
            using var document = JsonDocument.Parse(utf8.AsMemory(start), s_reading);
            return document.RootElement.Clone();
        }
        catch (DecoderFallbackException)
        {
            throw new FormatException("This is not JSON, for it is not UTF-8.");
        }
        catch (JsonException e)
        {
            // The exception's own message can quote the text, which may be a secret.
            throw new FormatException(string.Format(
                CultureInfo.InvariantCulture, "This is not JSON (line {0}, byte {1}).", e.LineNumber + 1, e.BytePositionInLine));
        }
    }

    public static string? ToText(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => UnescapedText(element),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => element.GetRawText(),
    };

    public static bool? ToBoolean(JsonElement element) => element.ValueKind switch
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
                return real >= long.MaxValue ? long.MaxValue : real <= long.MinValue ? long.MinValue : (long)real;
            case JsonValueKind.String when long.TryParse(UnescapedText(element), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                return number;
            default:
                return null;
        }
    }

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

    /// <summary>A plain value; objects become views, of the shape's type where there is one.</summary>
    public static object? ToValue(JsonElement element, JsonShape? shape)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                return (shape ?? JsonShape.Untyped).CreateView(element);
            case JsonValueKind.Array when shape is not null:
                return shape.CreateViews(element);
            case JsonValueKind.Array:
                if (element.GetArrayLength() > 0 && element.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String))
                {
                    // The same array as a property's, so that both can be changed in place.
                    return ToTexts(element);
                }

                var values = new object?[element.GetArrayLength()];
                var i = 0;
                foreach (var item in element.EnumerateArray())
                {
                    values[i++] = ToValue(item, null);
                }

                return values;
            default:
                return ToScalar(element);
        }
    }

    /// <summary>A plain value; objects become ordered dictionaries.</summary>
    public static object? ToPlain(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new OrderedDictionary(StringComparer.Ordinal);
                foreach (var member in element.EnumerateObject())
                {
                    members[NameOf(member)] = ToPlain(member.Value);
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

    /// <summary>An object with the members of one laid over those of another; those that both have stand where the lower one has them.</summary>
    public static JsonElement Lay(JsonElement over, JsonElement under)
    {
        using var stream = new MemoryStream();
        using (var writer = CreateWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var member in under.EnumerateObject())
            {
                var name = NameOf(member);
                WriteMember(writer, name, TryGetMember(over, name, out var value) ? value : member.Value);
            }

            foreach (var member in over.EnumerateObject().Where(member => !TryGetMember(under, NameOf(member), out _)))
            {
                WriteMember(writer, NameOf(member), member.Value);
            }

            writer.WriteEndObject();
        }

        return Read(stream.ToArray());
    }

    private static void WriteMember(Utf8JsonWriter writer, string name, JsonElement value)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
    }

    /// <summary>A value that was set, as it would be received.</summary>
    public static JsonElement ToElement(object? value)
    {
        using var stream = new MemoryStream();
        using (var writer = CreateWriter(stream))
        {
            Write(writer, value);
        }

        return Read(stream.ToArray());
    }

    /// <exception cref="ArgumentException">A value has no place in JSON.</exception>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case JsonView view:
                view.WriteTo(writer);
                break;
            case char or Guid or Uri:
                writer.WriteStringValue(value.ToString());
                break;
            case DateTimeOffset time:
                writer.WriteStringValue(time);
                break;
            case DateTime time:
                writer.WriteStringValue(time);
                break;
            case double number when double.IsNaN(number) || double.IsInfinity(number):
            case float single when float.IsNaN(single) || float.IsInfinity(single):
                throw new ArgumentException("JSON has no number for NaN or infinity.");
            case double number:
                writer.WriteRawValue(number.ToString("R", CultureInfo.InvariantCulture), skipInputValidation: true);
                break;
            case float number:
                writer.WriteRawValue(number.ToString("R", CultureInfo.InvariantCulture), skipInputValidation: true);
                break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or decimal or BigInteger:
                writer.WriteRawValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), skipInputValidation: true);
                break;
            case IDictionary members:
                writer.WriteStartObject();
                foreach (DictionaryEntry member in members)
                {
                    writer.WritePropertyName(Convert.ToString(member.Key, CultureInfo.InvariantCulture) ?? "");
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case var _ when HostValues.Unwrap(value) is var plain && !ReferenceEquals(plain, value):
                Write(writer, plain);
                break;
            default:
                throw new ArgumentException("A value of type " + value.GetType().FullName + " has no place in JSON.");
        }
    }

    /// <summary>Whether a value read from an element was changed since.</summary>
    public static bool IsTouched(object? kept, JsonElement element)
    {
        switch (kept)
        {
            case JsonView view:
                return view.IsTouched();
            case Array items when element.ValueKind == JsonValueKind.Array:
                if (items.Length != element.GetArrayLength())
                {
                    return true;
                }

                var i = 0;
                foreach (var item in element.EnumerateArray())
                {
                    if (IsItemTouched(items.GetValue(i++), item))
                    {
                        return true;
                    }
                }

                return false;
            case Array { Length: 1 } items:
                return IsItemTouched(items.GetValue(0), element);
            default:
                return false;
        }
    }

    /// <summary>Writes a value read from an element and changed since; the items of a list that were not changed as they came.</summary>
    public static void WriteChanged(Utf8JsonWriter writer, object? kept, JsonElement element)
    {
        if (kept is not Array items || element.ValueKind != JsonValueKind.Array)
        {
            Write(writer, kept);
            return;
        }

        writer.WriteStartArray();
        for (var i = 0; i < items.Length; i++)
        {
            var item = items.GetValue(i);
            if (i >= element.GetArrayLength())
            {
                Write(writer, item);
            }
            else if (IsItemTouched(item, element[i]))
            {
                WriteChanged(writer, item, element[i]);
            }
            else
            {
                writer.WriteRawValue(element[i].GetRawText(), skipInputValidation: true);
            }
        }

        writer.WriteEndArray();
    }

    /// <summary>The name of a member; as with values, the raw text where no string can be made of it.</summary>
    public static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            var raw = member.ToString();
            var end = 1;
            while (raw[end] != '"')
            {
                end += raw[end] == '\\' ? 2 : 1;
            }

            return raw.Substring(1, end - 1);
        }
    }

    public static bool TryGetMember(JsonElement parent, string name, out JsonElement value)
    {
        try
        {
            return parent.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair in one of the names.
            value = parent.EnumerateObject().LastOrDefault(member => string.Equals(NameOf(member), name, StringComparison.Ordinal)).Value;
            return value.ValueKind != JsonValueKind.Undefined;
        }
    }

    private static bool IsItemTouched(object? kept, JsonElement item) => HostValues.Unwrap(kept) switch
    {
        JsonView view => !view.IsOver(item) || view.IsTouched(),
        Array list => item.ValueKind != JsonValueKind.Array || IsTouched(list, item),
        string text => item.ValueKind is JsonValueKind.Null || !string.Equals(text, ToText(item), StringComparison.Ordinal),
        var scalar => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array || !Equals(scalar, ToScalar(item)),
    };

    /// <summary>Infinity where it is beyond the range: .NET Framework throws there.</summary>
    private static double ToDouble(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;

    private static object? ToScalar(JsonElement element)
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

                return text.IndexOfAny(['e', 'E']) < 0 && element.TryGetDecimal(out var exact) && exact != 0m
                    ? exact
                    : ToDouble(text);
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
            // Half a surrogate pair, escaped: no string can be made of it, but the raw text can be shown.
            var raw = element.GetRawText();
            return raw.Substring(1, raw.Length - 2);
        }
    }
}
