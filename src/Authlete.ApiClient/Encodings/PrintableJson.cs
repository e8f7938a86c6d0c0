using System;

namespace Authlete.ApiClient.Encodings;

/// <summary>Checks a whole JSON text at once for characters that <see cref="PrintableText.Escape(string)"/> escapes, to avoid checking each string in it.</summary>
internal static class PrintableJson
{
    /// <summary>Whether no string needs escaping. Treats every JSON escape as unsafe, except those of quotes, slashes, and backslashes.</summary>
    /// <param name="utf8">Valid UTF-8.</param>
    /// <param name="isAscii">Whether the text is known to be ASCII only.</param>
    public static bool IsPrintable(ReadOnlySpan<byte> utf8, bool isAscii = false)
    {
        if (isAscii && utf8.IndexOfAny((byte)'\\', (byte)0x7F) < 0)
        {
            return true;
        }

        for (var i = 0; i < utf8.Length; i++)
        {
            var first = utf8[i];
            if (first < 0x7F && first != '\\')
            {
                continue;
            }

            // The indexes stay in range: the text is valid JSON, so an escape or a UTF-8 sequence is complete.
            if (first == '\\' ? utf8[++i] is not ((byte)'"' or (byte)'\\' or (byte)'/') : NeedsEscape(utf8.Slice(i)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a UTF-8 sequence is one that <see cref="PrintableText"/> escapes. Includes a few harmless neighbors.</summary>
    private static bool NeedsEscape(ReadOnlySpan<byte> utf8) =>
        utf8[0] switch
        {
            // C1 and the soft hyphen.
            0x7F => true,
            0xC2 => utf8[1] is <= 0x9F or 0xAD,

            // U+061C, U+180E.
            0xD8 => utf8[1] == 0x9C,
            0xE1 => utf8[1] == 0xA0 && utf8[2] == 0x8E,

            // U+200B, U+200E, U+200F, U+2028 to U+202E, U+2060 to U+206F.
            0xE2 => utf8[1] switch
            {
                0x80 => utf8[2] is 0x8B or 0x8E or 0x8F or (>= 0xA8 and <= 0xAE),
                0x81 => utf8[2] is >= 0xA0 and <= 0xAF,
                _ => false,
            },

            // U+FEFF, U+FFF9 to U+FFFF; U+E0000 to U+E0FFF.
            0xEF => utf8[1] switch
            {
                0xBB => utf8[2] == 0xBF,
                0xBF => utf8[2] >= 0xB9,
                _ => false,
            },
            0xF3 => utf8[1] == 0xA0,
            _ => false,
        };
}
