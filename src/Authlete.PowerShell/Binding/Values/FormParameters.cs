using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Binding;

/// <summary>Converts the parameters of an OAuth request to form encoding, exactly once.</summary>
internal static class FormParameters
{
    public static string Encode(object value) =>
        value switch
        {
            string text => FromText(text),
            Uri uri => FromText(uri.OriginalString),
            _ => FormEncoding.Build(FromEntries(value)),
        };

    private static string FromText(string text)
    {
        text = text.Trim();
        if (
            text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        )
        {
            var fragment = text.IndexOf('#');
            text = fragment >= 0 ? text.Substring(0, fragment) : text;
            var query = text.IndexOf('?');
            text = query >= 0 ? text.Substring(query + 1) : "";
        }

        return EncodeRest(text.TrimStart('?'));
    }

    /// <summary>Keeps existing escapes, and encodes characters that an encoder would have escaped: a space, a bare percent sign, é.</summary>
    private static string EncodeRest(string text)
    {
        var encoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%' && (i + 2 >= text.Length || !Uri.IsHexDigit(text[i + 1]) || !Uri.IsHexDigit(text[i + 2])))
            {
                encoded.Append("%25");
            }
            else if (c == ' ')
            {
                encoded.Append('+');
            }
            else if (c is > ' ' and < '\u007f' and not ('"' or '<' or '>'))
            {
                encoded.Append(c);
            }
            else
            {
                var length = char.IsHighSurrogate(c) && i + 1 < text.Length ? 2 : 1;
                encoded.Append(Uri.EscapeDataString(text.Substring(i, length)));
                i += length - 1;
            }
        }

        return encoded.ToString();
    }

    private static IEnumerable<KeyValuePair<string, string>> FromEntries(object value)
    {
        foreach (var entry in KeyedEntries.Read(value, "key"))
        {
            var name = TextValues.ToText(entry["key"]) ?? "";
            switch (entry["value"])
            {
                case null:
                    break;
                case IDictionary structure:
                    // JSON in a parameter, such as claims or authorization_details.
                    yield return new KeyValuePair<string, string>(name, PlainJson.Serialize(structure));
                    break;
                case IEnumerable many and not string:
                    var items = many.Cast<object?>().ToArray();
                    if (items.Length > 0 && items.All(item => item is IDictionary))
                    {
                        yield return new KeyValuePair<string, string>(name, PlainJson.Serialize(items));
                        break;
                    }

                    foreach (var item in items)
                    {
                        yield return new KeyValuePair<string, string>(name, TextValues.ToText(item) ?? "");
                    }

                    break;
                case var single:
                    yield return new KeyValuePair<string, string>(name, TextValues.ToText(single) ?? "");
                    break;
            }
        }
    }
}
