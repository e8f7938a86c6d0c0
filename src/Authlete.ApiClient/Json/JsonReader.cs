using System;
using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading;
using Authlete.ApiClient.Encodings;

namespace Authlete.ApiClient.Json;

/// <summary>Reads JSON text.</summary>
internal static class JsonReader
{
    // Deep enough for any configuration, shallow enough for the stack.
    internal const int MaxDepth = 256;

    // A service has some 250 values, and a page holds some hundreds of services. More would take seconds and hundreds of megabytes.
    internal const int MaxValues = 500_000;

    // Every value takes a comma or a bracket besides itself.
    private const int MinLengthToCount = MaxValues;

    private const int ValuesBetweenChecks = 4096;

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
        byte[] buffer;
        int length;
        try
        {
            buffer = ArrayPool<byte>.Shared.Rent(s_utf8.GetByteCount(json));
            length = s_utf8.GetBytes(json, 0, json.Length, buffer, 0);
        }
        catch (EncoderFallbackException)
        {
            throw new FormatException("This isn't JSON, because it contains half of a surrogate pair.");
        }

        try
        {
            using var document = ParseValid(new ArraySegment<byte>(buffer, 0, length), CancellationToken.None);
            return document.RootElement.Clone();
        }
        finally
        {
            // It may hold a secret.
            Array.Clear(buffer, 0, length);
            ArrayPool<byte>.Shared.Return(buffer);
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
    /// <exception cref="TooManyValuesException">It has more values than any text of the API.</exception>
    /// <exception cref="FormatException">It is not JSON.</exception>
    public static JsonElement Read(byte[] utf8, CancellationToken cancellationToken = default) =>
        Read(new ArraySegment<byte>(utf8), cancellationToken);

    /// <summary>Reads a JSON text, into memory of the element's own.</summary>
    /// <exception cref="TooManyValuesException">It has more values than any text of the API.</exception>
    /// <exception cref="FormatException">It is not JSON.</exception>
    public static JsonElement Read(ArraySegment<byte> utf8, CancellationToken cancellationToken = default)
    {
        // The clone is compact; the parser's buffers go back to their pool.
        using var document = Parse(utf8, out _, cancellationToken);
        return document.RootElement.Clone();
    }

    /// <summary>Reads a JSON text that was received.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="memory">What holds the text, for the value to give back when it is released; null for a value with memory of its own.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="TooManyValuesException">It has more values than any text of the API.</exception>
    /// <exception cref="FormatException">It is not JSON.</exception>
    public static ReceivedJson Receive(ArraySegment<byte> utf8, IDisposable? memory, CancellationToken cancellationToken)
    {
        var document = Parse(utf8, out var isAscii, cancellationToken);
        var isPrintable = PrintableJson.IsPrintable(utf8, isAscii);
        if (memory is not null)
        {
            return new ReceivedJson(document.RootElement, isPrintable, document, memory);
        }

        using (document)
        {
            return new ReceivedJson(document.RootElement.Clone(), isPrintable);
        }
    }

    private static JsonDocument Parse(ArraySegment<byte> utf8, out bool isAscii, CancellationToken cancellationToken)
    {
        try
        {
            isAscii = s_utf8.GetCharCount(utf8.Array, utf8.Offset, utf8.Count) == utf8.Count;
        }
        catch (DecoderFallbackException)
        {
            throw new FormatException("This isn't JSON, because it isn't UTF-8.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        return ParseValid(utf8, cancellationToken);
    }

    /// <summary>Parses what is UTF-8 for certain.</summary>
    private static JsonDocument ParseValid(ArraySegment<byte> utf8, CancellationToken cancellationToken)
    {
        try
        {
            // A byte order mark may be ignored (RFC 8259 section 8.1).
            var start = utf8.AsSpan().StartsWith(s_byteOrderMark) ? s_byteOrderMark.Length : 0;
            if (utf8.Count > MinLengthToCount)
            {
                CheckCount(utf8.AsSpan(start), cancellationToken);
            }

            return JsonDocument.Parse(utf8.AsMemory(start), s_options);
        }
        catch (JsonException e)
        {
            // The exception's own message can quote the text, which may be a secret.
            throw new FormatException(
                string.Format(CultureInfo.InvariantCulture, "This isn't JSON (line {0}, byte {1}).", e.LineNumber + 1, e.BytePositionInLine)
            );
        }
    }

    /// <summary>Counts before the parser takes memory for each value.</summary>
    private static void CheckCount(ReadOnlySpan<byte> utf8, CancellationToken cancellationToken)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        var count = 0;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                continue;
            }

            if (++count > MaxValues)
            {
                throw new TooManyValuesException();
            }

            if (count % ValuesBetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }
}
