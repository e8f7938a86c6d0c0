using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Encodings;

namespace Authlete.ApiClient.Transport;

/// <summary>Finds many values in one pass over bytes. Ignores white space, and the plus sign because it can be an encoded space.</summary>
internal sealed class ValueIndex
{
    public const int KeyLength = sizeof(ulong);

    // A part of a long value is a secret too. Shorter parts occur in other values by chance, such as the start of a URI.
    public const int MinPartLength = 20;

    // Limits the work for repetitive and very long values.
    private const int MaxPartsPerKey = 8;
    private const int MaxParts = 128 * 1024;

    private readonly Dictionary<ulong, Place> _places = [];
    private readonly List<byte[]>?[] _shortValues = new List<byte[]>?[256];
    private int _partCount;

    /// <summary>Adds a value, and its parts unless only the whole value is to be found.</summary>
    public void Add(byte[] value, bool isWhole)
    {
        var significant = value.Where(static item => !IsIgnored(item)).ToArray();
        if (significant.Length < KeyLength)
        {
            if (value.Length > 0)
            {
                (_shortValues[Normalize(value[0])] ??= []).Add(value.Select(Normalize).ToArray());
            }

            return;
        }

        var indexed = new IndexedValue(significant, isWhole, IsBlankOrPlus(value[0]), IsBlankOrPlus(value[value.Length - 1]));
        AddPlace(indexed, 0);
        for (var i = 1; !isWhole && i + MinPartLength <= significant.Length && _partCount < MaxParts; i++)
        {
            _partCount++;
            AddPlace(indexed, i);
        }
    }

    /// <summary>Finds the values in bytes. The ranges can overlap.</summary>
    public void Find(MappedBytes bytes, int minShortLength, List<(int, int)> ranges)
    {
        FindLong(bytes, ranges);
        FindShort(bytes, minShortLength, ranges);
    }

    private void AddPlace(IndexedValue value, int offset)
    {
        var key = 0UL;
        for (var i = offset; i < offset + KeyLength; i++)
        {
            key = (key << 8) | value.Bytes[i];
        }

        if (!_places.TryGetValue(key, out var next))
        {
            _places[key] = new Place(value, offset, null);
        }
        else if (offset == 0 || next.Count < MaxPartsPerKey)
        {
            _places[key] = new Place(value, offset, next);
        }
    }

    /// <summary>Finds long values, ignoring white space (including line breaks of an encoder), plus signs, and the zero bytes of UTF-16.</summary>
    private void FindLong(MappedBytes source, List<(int, int)> ranges)
    {
        if (_places.Count == 0)
        {
            return;
        }

        var indexes = new List<int>(source.Count);
        for (var i = 0; i < source.Count; i++)
        {
            if (!IsIgnored(source[i]))
            {
                indexes.Add(i);
            }
        }

        var foundEnd = 0;
        var key = 0UL;
        for (var last = 0; last < indexes.Count; last++)
        {
            key = (key << 8) | source[indexes[last]];
            var at = last - KeyLength + 1;
            if (at < 0 || !_places.TryGetValue(key, out var place))
            {
                continue;
            }

            for (var candidate = place; candidate is not null; candidate = candidate.Next)
            {
                var canBeWhole = candidate.Offset == 0 && candidate.Value.Bytes.Length <= indexes.Count - at;

                // Don't search for parts within a range that was already found.
                if (!canBeWhole && (candidate.Value.IsWhole || last < foundEnd))
                {
                    continue;
                }

                var length = CommonLength(source, indexes, at, candidate);
                if (canBeWhole && length == candidate.Value.Bytes.Length || (!candidate.Value.IsWhole && length >= MinPartLength))
                {
                    var mayExtendBefore = candidate.Offset > 0 || candidate.Value.StartsWithIgnored;
                    var mayExtendAfter = candidate.Offset + length < candidate.Value.Bytes.Length || candidate.Value.EndsWithIgnored;
                    ranges.Add(ToRange(source, indexes[at], indexes[at + length - 1], mayExtendBefore, mayExtendAfter));
                    foundEnd = Math.Max(foundEnd, at + length);
                }
            }
        }
    }

    /// <summary>Extends a range to adjacent plus signs, and the white space among them, if the value continues with such characters there.</summary>
    private static (int Start, int End) ToRange(MappedBytes source, int first, int last, bool mayExtendBefore, bool mayExtendAfter)
    {
        for (var i = first - 1; mayExtendBefore && i >= 0 && IsBlankOrPlus(source[i]); i--)
        {
            first = source[i] == (byte)'+' ? i : first;
        }

        for (var i = last + 1; mayExtendAfter && i < source.Count && IsBlankOrPlus(source[i]); i++)
        {
            last = source[i] == (byte)'+' ? i : last;
        }

        return (source.StartOf(first), source.EndOf(last));
    }

    private static int CommonLength(MappedBytes source, List<int> indexes, int at, Place place)
    {
        var value = place.Value.Bytes;
        var length = KeyLength;
        while (
            at + length < indexes.Count
            && place.Offset + length < value.Length
            && source[indexes[at + length]] == value[place.Offset + length]
        )
        {
            length++;
        }

        return length;
    }

    /// <summary>Finds short values only where they stand alone; otherwise most of the text would be masked.</summary>
    /// <remarks>Includes long values that consist mostly of white space and plus signs, and so have too few bytes for a key. They are found anywhere.</remarks>
    private void FindShort(MappedBytes source, int minLength, List<(int, int)> ranges)
    {
        for (var i = 0; i < source.Count; i++)
        {
            if (_shortValues[Normalize(source[i])] is not { } values)
            {
                continue;
            }

            foreach (var value in values)
            {
                var end = i + value.Length;
                var canTouch = value.Length >= KeyLength;
                if (value.Length < minLength || end > source.Count || (!canTouch && TouchesLetterOrDigit(source, i, end)))
                {
                    continue;
                }

                var length = 1;
                while (length < value.Length && Normalize(source[i + length]) == value[length])
                {
                    length++;
                }

                if (length == value.Length)
                {
                    ranges.Add((source.StartOf(i), source.EndOf(end - 1)));
                }
            }
        }
    }

    public static bool IsIgnored(byte value) => value == 0 || IsBlankOrPlus(value);

    private static bool IsBlankOrPlus(byte value) => value is (byte)' ' or (byte)'+' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private static byte Normalize(byte value) => value == (byte)'+' ? (byte)' ' : value;

    private static bool TouchesLetterOrDigit(MappedBytes source, int start, int end) =>
        (start > 0 && IsLetterOrDigit(source[start - 1])) || (end < source.Count && IsLetterOrDigit(source[end]));

    private static bool IsLetterOrDigit(byte value) => value < 0x80 && char.IsLetterOrDigit((char)value);

    /// <param name="bytes">The bytes without white space and plus signs.</param>
    /// <param name="isWhole">Whether to find only the whole value.</param>
    /// <param name="startsWithIgnored">Whether the value starts with white space or plus signs.</param>
    /// <param name="endsWithIgnored">Whether the value ends with white space or plus signs.</param>
    private sealed class IndexedValue(byte[] bytes, bool isWhole, bool startsWithIgnored, bool endsWithIgnored)
    {
        public byte[] Bytes { get; } = bytes;

        public bool IsWhole { get; } = isWhole;

        public bool StartsWithIgnored { get; } = startsWithIgnored;

        public bool EndsWithIgnored { get; } = endsWithIgnored;
    }

    /// <summary>The position of a key in a value, and a linked list of further positions of the same key.</summary>
    private sealed class Place(IndexedValue value, int offset, Place? next)
    {
        public IndexedValue Value { get; } = value;

        public int Offset { get; } = offset;

        public Place? Next { get; } = next;

        public int Count { get; } = next is null ? 1 : next.Count + 1;
    }
}
