using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Authlete.Configuration.Json;

/// <summary>Writes equal values as equal text, on every platform and .NET version.</summary>
/// <remarks>
/// System.Text.Json doesn't: its line endings depend on the platform, and the characters that it escapes depend on its Unicode version.
/// </remarks>
internal static class StableJson
{
    private static readonly (string, string) s_noLines = ("", "");

    /// <summary>Returns JSON with LF line endings, indented by two spaces.</summary>
    public static string Write(object? value) => Append(new StringBuilder(), value, 0).Append('\n').ToString();

    /// <summary>Returns JSON without white space between tokens.</summary>
    public static string WriteCompact(object? value) => Append(new StringBuilder(), value, null).ToString();

    /// <summary>Returns compact JSON as UTF-8.</summary>
    public static byte[] WriteBytes(object? value) => Encoding.UTF8.GetBytes(WriteCompact(value));

    private static StringBuilder Append(StringBuilder json, object? value, int? depth) =>
        value switch
        {
            null => json.Append("null"),
            bool flag => json.Append(flag ? "true" : "false"),
            JsonNumber number => json.Append(number.Text),
            string text => AppendText(json, text),
            JsonMembers members => AppendMembers(json, members, depth),
            IEnumerable<object?> items => AppendItems(json, items.ToList(), depth),
            _ => throw new System.ArgumentException("A value of type " + value.GetType().FullName + " has no place in JSON."),
        };

    private static StringBuilder AppendMembers(StringBuilder json, JsonMembers members, int? depth)
    {
        if (members.Count == 0)
        {
            return json.Append("{}");
        }

        var (line, lastLine) = LinesAt(depth);
        var separator = "{";
        foreach (var member in members)
        {
            AppendText(json.Append(separator).Append(line), member.Key).Append(depth is null ? ":" : ": ");
            Append(json, member.Value, depth + 1);
            separator = ",";
        }

        return json.Append(lastLine).Append('}');
    }

    private static StringBuilder AppendItems(StringBuilder json, List<object?> items, int? depth)
    {
        if (items.Count == 0)
        {
            return json.Append("[]");
        }

        var (line, lastLine) = LinesAt(depth);
        var separator = "[";
        foreach (var item in items)
        {
            Append(json.Append(separator).Append(line), item, depth + 1);
            separator = ",";
        }

        return json.Append(lastLine).Append(']');
    }

    private static (string Line, string LastLine) LinesAt(int? depth) =>
        depth is { } level ? ("\n" + new string(' ', 2 * (level + 1)), "\n" + new string(' ', 2 * level)) : s_noLines;

    private static StringBuilder AppendText(StringBuilder json, string text)
    {
        json.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            _ = character switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                _ when char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) => json.Append(character)
                    .Append(text[++i]),
                _ when IsEscaped(character) => json.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
                _ => json.Append(character),
            };
        }

        return json.Append('"');
    }

    /// <summary>Whether a character is escaped: control characters, Unicode line separators, direction marks, and surrogates without a pair.</summary>
    private static bool IsEscaped(char character) =>
        character
            is < ' '
                or (>= '\u007F' and <= '\u009F')
                or (>= '\u200E' and <= '\u200F')
                or (>= '\u2028' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069')
                or (>= '\uD800' and <= '\uDFFF')
                or '\uFEFF';
}
