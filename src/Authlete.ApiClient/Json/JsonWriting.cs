using System;
using System.Collections;
using System.Globalization;
using System.IO;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Authlete.ApiClient.Json;

/// <summary>Writes plain .NET values as JSON.</summary>
internal static class JsonWriting
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = JsonReader.MaxDepth,
    };

    public static Utf8JsonWriter CreateWriter(Stream stream) => new(stream, s_options);

    /// <summary>Converts a value that was set to the element that the server would send for it.</summary>
    public static JsonElement ToElement(object? value)
    {
        using var stream = new MemoryStream();
        using (var writer = CreateWriter(stream))
        {
            Write(writer, value);
        }

        return JsonReader.Read(stream.ToArray());
    }

    /// <exception cref="ArgumentException">A value can't be written as JSON.</exception>
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
}
