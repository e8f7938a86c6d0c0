using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;

namespace Authlete.ApiClient.Encodings;

/// <summary>Decodes escapes anywhere in a text: percent-encoding, JSON and JavaScript backslashes, HTML entities, quoted-printable.</summary>
internal static class EscapeDecoding
{
    private const int MaxEntityLength = 24;

    /// <summary>The escape character of quoted-printable. It is decoded separately, because any "name=value" can look like it.</summary>
    public const char QuotedPrintable = '=';

    // HTML 5 names of ASCII characters. .NET knows only those of HTML 4.
    private static readonly Dictionary<string, char> s_entities = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Tab"] = '\t',
        ["NewLine"] = '\n',
        ["nbsp"] = ' ',
        ["excl"] = '!',
        ["quot"] = '"',
        ["num"] = '#',
        ["dollar"] = '$',
        ["percnt"] = '%',
        ["amp"] = '&',
        ["apos"] = '\'',
        ["lpar"] = '(',
        ["rpar"] = ')',
        ["ast"] = '*',
        ["midast"] = '*',
        ["plus"] = '+',
        ["comma"] = ',',
        ["period"] = '.',
        ["sol"] = '/',
        ["colon"] = ':',
        ["semi"] = ';',
        ["lt"] = '<',
        ["equals"] = '=',
        ["gt"] = '>',
        ["quest"] = '?',
        ["commat"] = '@',
        ["lsqb"] = '[',
        ["lbrack"] = '[',
        ["bsol"] = '\\',
        ["rsqb"] = ']',
        ["rbrack"] = ']',
        ["Hat"] = '^',
        ["lowbar"] = '_',
        ["UnderBar"] = '_',
        ["grave"] = '`',
        ["DiacriticalGrave"] = '`',
        ["lcub"] = '{',
        ["lbrace"] = '{',
        ["verbar"] = '|',
        ["vert"] = '|',
        ["VerticalLine"] = '|',
        ["rcub"] = '}',
        ["rbrace"] = '}',
    };

    /// <summary>The escape characters, one for each kind of escape.</summary>
    public static IReadOnlyList<char> Kinds { get; } = ['%', '\\', '&'];

    /// <summary>Decodes one layer; returns null if there is nothing to decode.</summary>
    /// <param name="source">The text.</param>
    /// <param name="kind">The kind of escapes to decode; null for all but quoted-printable.</param>
    public static MappedBytes? Decode(MappedBytes source, char? kind = null)
    {
        MappedBytes? decoded = null;
        for (var i = 0; i < source.Count; )
        {
            var (length, codePoint, isByte) = source[i] switch
            {
                var other when kind is not null && other != kind => default,
                (byte)'%' => ReadPercent(source, i),
                (byte)'\\' => ReadBackslash(source, i),
                (byte)'&' => ReadEntity(source, i),
                (byte)QuotedPrintable when kind is not null => ReadHex(source, i + 1, 2) is { } value ? (3, value, true) : default,
                _ => default,
            };
            if (length > 0 && decoded is null)
            {
                decoded = new MappedBytes(source.Count);
                for (var k = 0; k < i; k++)
                {
                    decoded.AddFrom(source, k);
                }
            }

            if (length == 0)
            {
                decoded?.AddFrom(source, i++);
                i += decoded is null ? 1 : 0;
                continue;
            }

            var (start, end) = (source.StartOf(i), source.EndOf(i + length - 1));
            if (isByte)
            {
                decoded!.Add((byte)codePoint, start, end);
            }
            else
            {
                decoded!.AddCodePoint(codePoint, start, end);
            }

            i += length;
        }

        return decoded;
    }

    private static (int Length, int CodePoint, bool IsByte) ReadPercent(MappedBytes source, int at) =>
        ReadHex(source, at + 1, 2) is { } value ? (3, value, true)
        : IsAt(source, at + 1, 'u') || IsAt(source, at + 1, 'U') ? ReadUtf16(source, at)
        : default;

    private static (int Length, int CodePoint, bool IsByte) ReadBackslash(MappedBytes source, int at)
    {
        if (at + 1 >= source.Count)
        {
            return default;
        }

        switch ((char)source[at + 1])
        {
            case 'u' when IsAt(source, at + 2, '{'):
                var end = at + 3;
                var codePoint = 0;
                while (end < source.Count && end < at + 11 && ReadHex(source, end, 1) is { } digit)
                {
                    codePoint = (codePoint << 4) | digit;
                    end++;
                }

                return end > at + 3 && IsAt(source, end, '}') ? (end - at + 1, codePoint, false) : default;
            case 'u':
                return ReadUtf16(source, at);
            case 'U':
                return ReadHex(source, at + 2, 8) is { } whole ? (10, whole, false) : default;
            case 'x':
                return ReadHex(source, at + 2, 2) is { } value ? (4, value, true) : default;
            case 'n':
                return (2, '\n', false);
            case 'r':
                return (2, '\r', false);
            case 't':
                return (2, '\t', false);
            case 'b':
                return (2, '\b', false);
            case 'f':
                return (2, '\f', false);
            case >= '0' and <= '3' when ReadOctal(source, at + 1) is { } octal:
                return (4, octal, true);
            case var other when other < 0x7F && !char.IsLetterOrDigit(other):
                return (2, other, false);
            default:
                return default;
        }
    }

    private static (int Length, int CodePoint, bool IsByte) ReadUtf16(MappedBytes source, int at) =>
        ReadHex(source, at + 2, 4) is { } unit ? (6, unit, false) : default;

    private static (int Length, int CodePoint, bool IsByte) ReadEntity(MappedBytes source, int at)
    {
        var end = at + 1;
        while (end < source.Count && end - at <= MaxEntityLength && (IsAt(source, end, '#') || IsAsciiLetterOrDigit(source[end])))
        {
            end++;
        }

        var name = new char[end - at - 1];
        for (var i = 0; i < name.Length; i++)
        {
            name[i] = (char)source[at + 1 + i];
        }

        var text = new string(name);
        var length = end - at + (IsAt(source, end, ';') ? 1 : 0);
        if (text.StartsWith("#", StringComparison.Ordinal))
        {
            // HTML also accepts numeric entities without the semicolon.
            return ReadNumber(text, out var digits) is { } number ? (digits == text.Length ? length : digits + 1, number, false) : default;
        }

        if (length == end - at)
        {
            return default;
        }

        if (s_entities.TryGetValue(text, out var character))
        {
            return (length, character, false);
        }

        var decoded = WebUtility.HtmlDecode("&" + text + ";");
        return decoded.Length == 1 ? (length, decoded[0], false) : default;
    }

    /// <summary>Reads the number of a numeric entity, and returns where its digits end.</summary>
    private static int? ReadNumber(string text, out int end)
    {
        var isHex = text.Length > 1 && text[1] is 'x' or 'X';
        end = isHex ? 2 : 1;
        var start = end;
        while (end < text.Length && (isHex ? Uri.IsHexDigit(text[end]) : text[end] is >= '0' and <= '9'))
        {
            end++;
        }

        return int.TryParse(
            text.Substring(start, end - start),
            isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
    }

    private static bool IsAt(MappedBytes source, int index, char character) => index < source.Count && source[index] == character;

    private static bool IsAsciiLetterOrDigit(byte value) => value < 0x80 && char.IsLetterOrDigit((char)value);

    private static int? ReadOctal(MappedBytes source, int start)
    {
        var value = 0;
        for (var i = start; i < start + 3; i++)
        {
            if (i >= source.Count || source[i] is < (byte)'0' or > (byte)'7')
            {
                return null;
            }

            value = (value << 3) | (source[i] - '0');
        }

        return value;
    }

    private static int? ReadHex(MappedBytes source, int start, int count)
    {
        if (start + count > source.Count)
        {
            return null;
        }

        var value = 0L;
        for (var i = start; i < start + count; i++)
        {
            var digit = RunDecoding.HexValue(source[i]);
            if (digit < 0)
            {
                return null;
            }

            value = (value << 4) | (uint)digit;
        }

        return value <= int.MaxValue ? (int)value : null;
    }
}
