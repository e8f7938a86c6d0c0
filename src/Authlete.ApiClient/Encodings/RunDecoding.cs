using System.Collections.Generic;

namespace Authlete.ApiClient.Encodings;

/// <summary>Decodes runs of Base64, Base64url, hexadecimal, Base32, or byte lists anywhere in a text.</summary>
internal static class RunDecoding
{
    private const int MinRunLength = 6;
    private const int MaxDigitsOfByte = 3;

    // A separator that doesn't occur in UTF-8.
    private const byte RunStart = 0xFF;

    /// <summary>
    /// Returns the decoded runs of a text. Because other letters may directly precede an encoded value, its start is unknown: each of
    /// the four alignments of Base64 and of the two of hexadecimal is a separate result. <see cref="RunStart"/> separates the runs.
    /// </summary>
    public static IEnumerable<MappedBytes> Decode(MappedBytes source)
    {
        for (var skip = 0; skip < 4; skip++)
        {
            yield return Decode(source, Alphabet.Base64, bitsPerDigit: 6, skip, isWrapped: false);
            yield return Decode(source, Alphabet.Base64, bitsPerDigit: 6, skip, isWrapped: true);
        }

        for (var skip = 0; skip < 2; skip++)
        {
            yield return Decode(source, Alphabet.Hex, bitsPerDigit: 4, skip, isWrapped: true);
        }

        // Uppercase letters seldom precede Base32 directly, so one alignment is enough.
        yield return Decode(source, Alphabet.Base32, bitsPerDigit: 5, skip: 0, isWrapped: true);
        yield return DecodeNumbers(source);
    }

    /// <summary>Decodes a text that is entirely Base64, Base64url, or hexadecimal; returns nothing if it isn't.</summary>
    public static IEnumerable<MappedBytes> DecodeWhole(MappedBytes source)
    {
        foreach (var (alphabet, bitsPerDigit) in new[] { (Alphabet.Base64, 6), (Alphabet.Hex, 4) })
        {
            var isWhole = true;
            for (var i = 0; i < source.Count; i++)
            {
                isWhole &= ValueOf(source[i], alphabet) >= 0 || IsSeparator(source[i], alphabet) || source[i] == (byte)'=';
            }

            if (isWhole)
            {
                yield return Decode(source, alphabet, bitsPerDigit, skip: 0, isWrapped: true);
            }
        }
    }

    public static int HexValue(byte digit) =>
        digit switch
        {
            >= (byte)'0' and <= (byte)'9' => digit - '0',
            >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
            >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
            _ => -1,
        };

    private static MappedBytes Decode(MappedBytes source, Alphabet alphabet, int bitsPerDigit, int skip, bool isWrapped)
    {
        var decoded = new MappedBytes(source.Count);
        var run = new List<int>(source.Count);
        for (var i = 0; i <= source.Count; i++)
        {
            if (i < source.Count && ValueOf(source[i], alphabet) >= 0)
            {
                run.Add(i);
            }
            else if (i == source.Count || !isWrapped || !IsSeparator(source[i], alphabet))
            {
                if (run.Count >= MinRunLength)
                {
                    DecodeRun(source, run, alphabet, bitsPerDigit, skip, decoded);
                }

                run.Clear();
            }
        }

        return decoded;
    }

    private static void DecodeRun(MappedBytes source, List<int> run, Alphabet alphabet, int bitsPerDigit, int skip, MappedBytes decoded)
    {
        decoded.Add(RunStart, source.StartOf(run[0]), source.StartOf(run[0]));
        var bits = 0;
        var bitCount = 0;
        for (var i = skip; i < run.Count; i++)
        {
            bits = ((bits << bitsPerDigit) | ValueOf(source[run[i]], alphabet)) & 0xFFFF;
            bitCount += bitsPerDigit;
            if (bitCount < 8)
            {
                continue;
            }

            // The byte spans this digit and one or two before it; padding belongs to the last byte.
            bitCount -= 8;
            var first = i - ((bitCount + 7) / bitsPerDigit);
            var last = run[i];
            while (i == run.Count - 1 && last + 1 < source.Count && source[last + 1] == (byte)'=')
            {
                last++;
            }

            decoded.Add((byte)(bits >> bitCount), source.StartOf(run[first]), source.EndOf(last));
        }
    }

    /// <summary>Decodes bytes that are written as decimal numbers, as logs show arrays: 67, 97 or [67 -61].</summary>
    private static MappedBytes DecodeNumbers(MappedBytes source)
    {
        var decoded = new MappedBytes();
        for (var i = 0; i < source.Count; )
        {
            var start = i;
            var value = 0;
            while (i < source.Count && i - start < MaxDigitsOfByte && source[i] is >= (byte)'0' and <= (byte)'9')
            {
                value = (value * 10) + source[i++] - '0';
            }

            if (i > start && value <= byte.MaxValue)
            {
                var isNegative = start > 0 && source[start - 1] == (byte)'-';
                decoded.Add((byte)(isNegative ? -value : value), source.StartOf(start), source.EndOf(i - 1));
            }
            else if (i > start || !IsBetweenNumbers(source[i++]))
            {
                decoded.Add(RunStart, source.StartOf(start), source.StartOf(start));
            }
        }

        return decoded;
    }

    private static bool IsBetweenNumbers(byte value) =>
        value is (byte)',' or (byte)'-' or (byte)';' or (byte)'+' || IsSeparator(value, Alphabet.Base64);

    private static int ValueOf(byte digit, Alphabet alphabet) =>
        alphabet switch
        {
            Alphabet.Hex => HexValue(digit),
            Alphabet.Base32 => digit switch
            {
                >= (byte)'A' and <= (byte)'Z' => digit - 'A',
                >= (byte)'2' and <= (byte)'7' => digit - '2' + 26,
                _ => -1,
            },
            _ => digit switch
            {
                >= (byte)'A' and <= (byte)'Z' => digit - 'A',
                >= (byte)'a' and <= (byte)'z' => digit - 'a' + 26,
                >= (byte)'0' and <= (byte)'9' => digit - '0' + 52,
                (byte)'+' or (byte)'-' => 62,
                (byte)'/' or (byte)'_' => 63,
                _ => -1,
            },
        };

    /// <summary>Whether a byte is white space; for hexadecimal, also a delimiter between bytes.</summary>
    private static bool IsSeparator(byte value, Alphabet alphabet) =>
        value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'
        || (alphabet == Alphabet.Hex && value is (byte)':' or (byte)'-' or (byte)',');

    private enum Alphabet
    {
        Base64,
        Hex,
        Base32,
    }
}
