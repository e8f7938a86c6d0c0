using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Authlete.ApiClient.Encodings;

/// <summary>Text of others as it can be shown: characters that a terminal acts on, or that hide or reorder text, are escaped.</summary>
internal static class PrintableText
{
    /// <summary>More than any message of the server has, and little enough for a screen.</summary>
    public const int MaxMessageLength = 2048;

    private const string Ellipsis = "…";

    /// <summary>The text with such characters as JSON writes them (<c>\n</c>, <c>\u001b</c>); the same string if it has none.</summary>
    public static string Escape(string text)
    {
        var index = 0;
        while (index < text.Length && !NeedsEscape(text, index))
        {
            index += Width(text, index);
        }

        if (index == text.Length)
        {
            return text;
        }

        var escaped = new StringBuilder(text, 0, index, text.Length + 16);
        while (index < text.Length)
        {
            var width = Width(text, index);
            for (var i = index; i < index + width; i++)
            {
                Append(escaped, text[i], NeedsEscape(text, index));
            }

            index += width;
        }

        return escaped.ToString();
    }

    /// <summary>A text of several lines, each escaped.</summary>
    public static string EscapeLines(string text) =>
        text.IndexOf('\n') < 0
            ? Escape(text)
            : string.Join(Environment.NewLine, text.Replace("\r\n", "\n").Split('\n').Select(static line => Escape(line)));

    /// <summary>The text escaped and no longer than a limit, with an ellipsis where it was cut.</summary>
    public static string Escape(string text, int maxLength) => Cut(Escape(Cut(text, maxLength)), maxLength);

    /// <summary>The beginning of a text, with an ellipsis where it was cut. Keeps both halves of a surrogate pair.</summary>
    public static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return text;
        }

        var length = maxLength - Ellipsis.Length;
        return text.Substring(0, length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length) + Ellipsis;
    }

    private static int Width(string text, int index) => char.IsSurrogatePair(text, index) ? 2 : 1;

    private static void Append(StringBuilder escaped, char character, bool needsEscape)
    {
        switch (character)
        {
            case '\t':
                escaped.Append(@"\t");
                break;
            case '\n':
                escaped.Append(@"\n");
                break;
            case '\r':
                escaped.Append(@"\r");
                break;
            default:
                if (needsEscape)
                {
                    escaped.Append(@"\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
                }
                else
                {
                    escaped.Append(character);
                }

                break;
        }
    }

    private static bool NeedsEscape(string text, int index) =>
        text[index] switch
        {
            // ASCII, but for its controls; then C1 and the soft hyphen, which is invisible.
            < '\u007F' and var ascii => ascii < ' ',
            <= '\u009F' or '\u00AD' => true,

            // Marks and overrides of direction, zero-width spaces, line and paragraph separators. Joiners (U+200C, U+200D) are parts of words.
            '\u061C' or '\u180E' or '\u200B' or '\u200E' or '\u200F' => true,
            >= '\u2028' and <= '\u202E' => true,
            >= '\u2060' and <= '\u206F' => true,

            // Byte order mark, annotation marks, and what is no character.
            '\uFEFF' or (>= '\uFFF9' and <= '\uFFFB') or '\uFFFE' or '\uFFFF' => true,

            // Half a pair; or invisible tags (U+E0000 to U+E0FFF), but for the rest of the supplementary planes.
            >= '\uD800' and <= '\uDFFF' => !char.IsSurrogatePair(text, index)
                || char.ConvertToUtf32(text, index) is >= 0xE0000 and <= 0xE0FFF,
            _ => false,
        };
}
