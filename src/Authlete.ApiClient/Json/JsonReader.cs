using System;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Authlete.ApiClient.Json;

/// <summary>Reads JSON text.</summary>
internal static class JsonReader
{
    // Deep enough for any configuration, shallow enough for the stack.
    internal const int MaxDepth = 256;

    // The parser accepts broken UTF-8, and throws later when a string is read.
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly byte[] s_byteOrderMark = [0xEF, 0xBB, 0xBF];

    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = MaxDepth };

    /// <summary>Whether a text begins with a bracket, perhaps after a byte order mark.</summary>
    public static bool Begins(string text, char opening) =>
        text.TrimStart().TrimStart('\uFEFF').TrimStart() is { Length: > 0 } json && json[0] == opening;

    /// <summary>Reads a JSON text.</summary>
    /// <exception cref="FormatException">It is not JSON.</exception>
    public static JsonElement Read(string json)
    {
        try
        {
            return Read(s_utf8.GetBytes(json));
        }
        catch (EncoderFallbackException)
        {
            throw new FormatException("This is not JSON, because it has half of a surrogate pair.");
        }
    }

    /// <summary>The JSON object or array in a text value; null if there is none.</summary>
    public static JsonElement? TryReadEmbedded(JsonElement value)
    {
        var text = JsonValues.ToText(value)!;
        if (!Begins(text, '{') && !Begins(text, '['))
        {
            return null;
        }

        try
        {
            return Read(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Reads a JSON text, into memory of the element's own.</summary>
    /// <exception cref="FormatException">It is not JSON.</exception>
    public static JsonElement Read(byte[] utf8)
    {
        try
        {
            s_utf8.GetCharCount(utf8);

            // A byte order mark may be ignored (RFC 8259 section 8.1). The clone is compact; the parser's buffers go back to their pool.
            var start = utf8.AsSpan().StartsWith(s_byteOrderMark) ? s_byteOrderMark.Length : 0;
            using var document = JsonDocument.Parse(utf8.AsMemory(start), s_options);
            return document.RootElement.Clone();
        }
        catch (DecoderFallbackException)
        {
            throw new FormatException("This is not JSON, for it is not UTF-8.");
        }
        catch (JsonException e)
        {
            // The exception's own message can quote the text, which may be a secret.
            throw new FormatException(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "This is not JSON (line {0}, byte {1}).",
                    e.LineNumber + 1,
                    e.BytePositionInLine
                )
            );
        }
    }
}
