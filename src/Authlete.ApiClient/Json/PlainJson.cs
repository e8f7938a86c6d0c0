using System;
using System.IO;
using System.Text;

namespace Authlete.ApiClient.Json;

/// <summary>Plain values as JSON text, and back; callers need no type of System.Text.Json.</summary>
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

    /// <summary>The value of a JSON text.</summary>
    /// <exception cref="FormatException">The text is not JSON.</exception>
    public static object? Deserialize(string json) => JsonView.Parse(json).ToValue();

    /// <summary>The JSON object or array in a text, such as jwks; null if there is none.</summary>
    public static object? ParseEmbedded(string text)
    {
        if (!JsonReader.Begins(text, '{') && !JsonReader.Begins(text, '['))
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

    /// <summary>The JSON object in a text; null if there is none.</summary>
    public static JsonView? ParseEmbeddedObject(string text) => ParseEmbedded(text) as JsonView;
}
