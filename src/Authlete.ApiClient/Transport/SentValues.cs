using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Authlete.ApiClient.Encodings;

namespace Authlete.ApiClient.Transport;

/// <summary>Finds values that were sent in a text, by comparing what both decode to.</summary>
internal sealed class SentValues(string text)
{
    // Servers don't echo values with more layers of encoding.
    private const int MaxLayers = 4;
    private const int MaxRunDepth = 2;

    // Decoding unrelated text produces random bytes, which contain shorter values by chance.
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
    /// <param name="isWhole">Whether to find only the whole value, because its parts are added separately.</param>
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

        // The value itself can be encoded. The text is decoded as far as possible, so the value must be too.
        if (DecodeRepeatedly(bytes).Last() is var plain && plain != bytes && plain.Count >= ValueIndex.KeyLength)
        {
            AddBytes(plain.ToArray(), isWhole);
        }

        if (isWhole)
        {
            return;
        }

        // The content of a key or token can appear in another encoding.
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

    /// <summary>Returns the ranges of values in the text. They can overlap.</summary>
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
            // A line break can split an escape.
            Find(RemoveLineBreaks(bytes), MaxRunDepth, ranges);
        }

        return ranges;
    }

    /// <summary>Whether a text consists of a code and words, as most messages do, so that nothing in it can be encoded.</summary>
    /// <remarks>A word has no digit, and no capital letter after the first letter. Encoded values have several.</remarks>
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

    private static MappedBytes RemoveLineBreaks(MappedBytes bytes)
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

    /// <summary>
    /// Returns the possible decodings of a text: first with all escapes decoded, then starting with one kind only, because text that looks like
    /// another kind of escape may be literal.
    /// </summary>
    private static IEnumerable<MappedBytes> Decodings(MappedBytes bytes) =>
        DecodeRepeatedly(bytes)
            .Concat(
                EscapeDecoding
                    .Kinds.Select(kind => EscapeDecoding.Decode(bytes, kind))
                    .Where(decoded => decoded is not null)
                    .SelectMany(decoded => DecodeRepeatedly(decoded!))
            )
            .SelectMany(WithQuotedPrintable);

    private static IEnumerable<MappedBytes> WithQuotedPrintable(MappedBytes layer)
    {
        yield return layer;
        for (var i = 0; i < MaxLayers && EscapeDecoding.Decode(layer, EscapeDecoding.QuotedPrintable) is { } decoded; i++)
        {
            foreach (var inner in DecodeRepeatedly(decoded))
            {
                yield return inner;
            }

            layer = decoded;
        }
    }

    private static IEnumerable<MappedBytes> DecodeRepeatedly(MappedBytes bytes)
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
        foreach (var layer in Decodings(bytes))
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

    /// <summary>Whether a value, or a part of it that is long enough to find, has only characters of prose.</summary>
    private static bool HasProse(byte[] value)
    {
        var length = 0;
        foreach (var item in value)
        {
            var isProse =
                (item < 0x80 && char.IsLetter((char)item)) || ValueIndex.IsIgnored(item) || ProsePunctuation.IndexOf((char)item) >= 0;
            length = isProse ? length + 1 : 0;
            if (length >= ValueIndex.MinPartLength)
            {
                return true;
            }
        }

        return length == value.Length;
    }
}
