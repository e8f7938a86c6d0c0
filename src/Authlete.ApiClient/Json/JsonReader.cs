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
    // Deeper than any configuration, and shallow enough for the stack.
    internal const int MaxDepth = 256;

    // A service has about 250 values, and a page contains several hundred services. More would take seconds and hundreds of megabytes.
    internal const int MaxValues = 500_000;

    // Every value needs at least one character, and a comma or bracket.
    private const int MinLengthToCount = MaxValues;

    private const int ValuesBetweenChecks = 4096;

    // The parser accepts invalid UTF-8, and throws only when a string is read.
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly byte[] s_byteOrderMark = [0xEF, 0xBB, 0xBF];

    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = MaxDepth };

    /// <summary>Whether a text starts with a bracket, perhaps after a byte order mark.</summary>
    public static bool StartsWith(string text, char opening) =>
        text.TrimStart().TrimStart('\uFEFF').TrimStart() is { Length: > 0 } json && json[0] == opening;

    /// <summary>Reads a JSON text.</summary>
    /// <exception cref="FormatException">The text is not JSON.</exception>
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
            // The buffer may contain a secret.
            Array.Clear(buffer, 0, length);
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Parses the JSON object or array in a string value; returns null if there is none.</summary>
    public static JsonElement? TryReadEmbedded(JsonElement value)
    {
        var text = JsonValues.ToText(value)!;
        if (!StartsWith(text, '{') && !StartsWith(text, '['))
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

    /// <summary>Reads a JSON text into memory that the element owns.</summary>
    /// <exception cref="TooManyValuesException">The text has more values than any text of the API.</exception>
    /// <exception cref="FormatException">The text is not JSON.</exception>
    public static JsonElement Read(byte[] utf8, CancellationToken cancellationToken = default) =>
        Read(new ArraySegment<byte>(utf8), cancellationToken);

    /// <summary>Reads a JSON text into memory that the element owns.</summary>
    /// <exception cref="TooManyValuesException">The text has more values than any text of the API.</exception>
    /// <exception cref="FormatException">The text is not JSON.</exception>
    public static JsonElement Read(ArraySegment<byte> utf8, CancellationToken cancellationToken = default)
    {
        // The clone is compact; the parser returns its buffers to the pool.
        using var document = Parse(utf8, out _, cancellationToken);
        return document.RootElement.Clone();
    }

    /// <summary>Reads a JSON text that was received.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="memory">The memory of the text, which the value returns when it is released; null if the value is to own its memory.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="TooManyValuesException">The text has more values than any text of the API.</exception>
    /// <exception cref="FormatException">The text is not JSON.</exception>
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

    /// <summary>Parses a text that is valid UTF-8.</summary>
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
            // The parser's message can quote the text, which may be a secret.
            throw new FormatException(
                string.Format(CultureInfo.InvariantCulture, "This isn't JSON (line {0}, byte {1}).", e.LineNumber + 1, e.BytePositionInLine)
            );
        }
    }

    /// <summary>Checks the number of values before the parser allocates memory for them.</summary>
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
