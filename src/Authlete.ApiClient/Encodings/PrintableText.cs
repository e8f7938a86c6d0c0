using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Authlete.ApiClient.Encodings;

/// <summary>Makes untrusted text safe to display: escapes characters that control a terminal, or that hide or reorder text.</summary>
internal static class PrintableText
{
    /// <summary>Longer than any message of the server, and short enough for a screen.</summary>
    public const int MaxMessageLength = 2048;

    private const string Ellipsis = "…";

    /// <summary>Escapes unsafe characters as JSON does (<c>\n</c>, <c>\u001b</c>); returns the same string if there are none.</summary>
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

    /// <summary>Escapes each line of a text.</summary>
    public static string EscapeLines(string text) =>
        text.IndexOf('\n') < 0
            ? Escape(text)
            : string.Join(Environment.NewLine, text.Replace("\r\n", "\n").Split('\n').Select(static line => Escape(line)));

    /// <summary>Escapes a text and cuts it to a maximum length, with an ellipsis at the end if it was cut.</summary>
    public static string Escape(string text, int maxLength) => Cut(Escape(Cut(text, maxLength)), maxLength);

    /// <summary>Cuts a text to a maximum length, with an ellipsis at the end if it was cut. Doesn't split a surrogate pair.</summary>
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
            // ASCII control characters; then C1 and the soft hyphen, which is invisible.
            < '\u007F' and var ascii => ascii < ' ',
            <= '\u009F' or '\u00AD' => true,

            // Direction marks and overrides, zero-width spaces, line separators. Joiners (U+200C, U+200D) are parts of words.
            '\u061C' or '\u180E' or '\u200B' or '\u200E' or '\u200F' => true,
            >= '\u2028' and <= '\u202E' => true,
            >= '\u2060' and <= '\u206F' => true,

            // Byte order mark, annotation marks, noncharacters.
            '\uFEFF' or (>= '\uFFF9' and <= '\uFFFB') or '\uFFFE' or '\uFFFF' => true,

            // Half a surrogate pair, or an invisible tag (U+E0000 to U+E0FFF). Other supplementary characters are safe.
            >= '\uD800' and <= '\uDFFF' => !char.IsSurrogatePair(text, index)
                || char.ConvertToUtf32(text, index) is >= 0xE0000 and <= 0xE0FFF,
            _ => false,
        };
}
