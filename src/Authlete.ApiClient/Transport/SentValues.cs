using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Authlete.ApiClient.Encodings;

namespace Authlete.ApiClient.Transport;

/// <summary>Values that were sent, and the search for them in a text by what the text decodes to.</summary>
internal sealed class SentValues(string text)
{
    // Encoded more often than this is no server's echo.
    private const int MaxLayers = 4;
    private const int MaxRunDepth = 2;

    // Random bytes, which is what decoding other text gives, hold shorter values by chance.
    private const int MinShortLengthInRun = 4;
    private const int MinShortLength = 1;

    private const string PemBoundary = "-----";

    private const string ProsePunctuation = " .,()-";

    private static readonly Regex s_code = new(@"^\[[A-Z][0-9]{6}\] ", RegexOptions.CultureInvariant);

    private readonly bool _isProse = IsProse(text);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly ValueIndex _index = new();

    /// <summary>Adds a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isWhole">Whether only the whole value counts, because its parts are added one by one.</param>
    public void Add(string value, bool isWhole = false)
    {
        if (value.Length == 0 || !_known.Add(value))
        {
            return;
        }

        var bytes = MappedBytes.Of(value);
        AddBytes(bytes.ToArray(), isWhole);
        if (value.Any(static character => character is >= '\u0080' and <= '\u00FF') && value.All(static character => character <= '\u00FF'))
        {
            AddBytes(value.Select(static character => (byte)character).ToArray(), isWhole);
        }

        // A value can look encoded; the text is decoded as far as possible, and so must be what is looked for.
        if (Chain(bytes).Last() is var plain && plain != bytes && plain.Count >= ValueIndex.KeyLength)
        {
            AddBytes(plain.ToArray(), isWhole);
        }

        if (isWhole)
        {
            return;
        }

        // What a key or a token consists of can come in another encoding.
        var lines = value.Split('\n').Select(static line => line.Trim()).ToList();
        var content = string.Concat(lines.Where(static line => !line.StartsWith(PemBoundary, StringComparison.Ordinal)));
        foreach (var decoded in RunDecoding.DecodeWhole(MappedBytes.Of(content)).Where(decoded => decoded.Count > ValueIndex.MinPartLength))
        {
            AddBytes(decoded.ToArray().Skip(1).ToArray(), isWhole: false);
        }

        foreach (var line in lines.Where(line => line.Length >= ValueIndex.KeyLength && line.Length < value.Length))
        {
            Add(line);
        }
    }

    /// <summary>Where values are in the text; the ranges overlap.</summary>
    public List<(int Start, int End)> Find()
    {
        var ranges = new List<(int, int)>();
        var bytes = MappedBytes.Of(text);
        if (_isProse)
        {
            _index.Find(bytes, MinShortLength, ranges);
            return ranges;
        }

        Find(bytes, MaxRunDepth, ranges);
        if (text.IndexOfAny(['\r', '\n']) >= 0)
        {
            // A line may end within an escape.
            Find(WithoutLineEnds(bytes), MaxRunDepth, ranges);
        }

        return ranges;
    }

    /// <summary>Whether a text is a code and words, as most messages are, of which nothing can be encoded.</summary>
    /// <remarks>A word has no digit, and no capital letter but the first. What encodings make has several.</remarks>
    private static bool IsProse(string text)
    {
        for (var i = s_code.Match(text).Length; i < text.Length; i++)
        {
            var isCapital = text[i] is >= 'A' and <= 'Z' && i > 0 && text[i - 1] == ' ';
            if (!isCapital && text[i] is not (>= 'a' and <= 'z') && ProsePunctuation.IndexOf(text[i]) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static MappedBytes WithoutLineEnds(MappedBytes bytes)
    {
        var joined = new MappedBytes(bytes.Count);
        for (var i = 0; i < bytes.Count; i++)
        {
            if (bytes[i] is not ((byte)'\r' or (byte)'\n'))
            {
                joined.AddFrom(bytes, i);
            }
        }

        return joined;
    }

    /// <summary>What a text can stand for: all escapes undone, and those of one kind first, for what looks like another may be meant.</summary>
    private static IEnumerable<MappedBytes> Layers(MappedBytes bytes) =>
        Chain(bytes)
            .Concat(
                EscapeDecoding
                    .Kinds.Select(kind => EscapeDecoding.Decode(bytes, kind))
                    .Where(decoded => decoded is not null)
                    .SelectMany(decoded => Chain(decoded!))
            )
            .SelectMany(WithQuotedPrintable);

    private static IEnumerable<MappedBytes> WithQuotedPrintable(MappedBytes layer)
    {
        yield return layer;
        for (var i = 0; i < MaxLayers && EscapeDecoding.Decode(layer, EscapeDecoding.QuotedPrintable) is { } decoded; i++)
        {
            foreach (var inner in Chain(decoded))
            {
                yield return inner;
            }

            layer = decoded;
        }
    }

    private static IEnumerable<MappedBytes> Chain(MappedBytes bytes)
    {
        yield return bytes;
        for (var i = 0; i < MaxLayers && EscapeDecoding.Decode(bytes) is { } decoded; i++)
        {
            yield return bytes = decoded;
        }
    }

    private void Find(MappedBytes bytes, int runDepth, List<(int, int)> ranges)
    {
        var minLength = runDepth == MaxRunDepth ? MinShortLength : MinShortLengthInRun;
        foreach (var layer in Layers(bytes))
        {
            _index.Find(layer, minLength, ranges);
            foreach (var run in runDepth == 0 ? [] : RunDecoding.Decode(layer).Where(run => run.Count > 0))
            {
                Find(run, runDepth - 1, ranges);
            }
        }
    }

    private void AddBytes(byte[] value, bool isWhole)
    {
        if (!_isProse || HasProse(value))
        {
            _index.Add(value, isWhole);
        }
    }

    /// <summary>Whether a value or a part that counts has only characters of prose.</summary>
    private static bool HasProse(byte[] value)
    {
        var length = 0;
        foreach (var item in value)
        {
            var isProse =
                (item < 0x80 && char.IsLetter((char)item)) || ValueIndex.IsSqueezedOut(item) || ProsePunctuation.IndexOf((char)item) >= 0;
            length = isProse ? length + 1 : 0;
            if (length >= ValueIndex.MinPartLength)
            {
                return true;
            }
        }

        return length == value.Length;
    }
}
