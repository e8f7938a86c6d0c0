using System;
using System.IO;
using System.Text;

namespace Authlete.ApiClient.Json;

/// <summary>Converts plain values to and from JSON text, so that callers don't need System.Text.Json.</summary>
internal static class PlainJson
{
    public static string Serialize(object? value)
    {
        if (value is JsonView view)
        {
            return view.ToJson();
        }

        using var stream = new MemoryStream();
        using (var writer = JsonWriting.CreateWriter(stream))
        {
            JsonWriting.Write(writer, value);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Parses a JSON text.</summary>
    /// <exception cref="FormatException">The text is not JSON.</exception>
    public static object? Deserialize(string json) => JsonView.Parse(json).ToValue();

    /// <summary>Parses the JSON object or array in a string, such as jwks; returns null if there is none.</summary>
    public static object? ParseEmbedded(string text)
    {
        if (!JsonReader.StartsWith(text, '{') && !JsonReader.StartsWith(text, '['))
        {
            return null;
        }

        try
        {
            return Deserialize(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Parses the JSON object in a string; returns null if there is none.</summary>
    public static JsonView? ParseEmbeddedObject(string text) => ParseEmbedded(text) as JsonView;
}
