using System;
using System.Collections.Generic;
using System.Linq;

namespace Authlete.ApiClient.Encodings;

/// <summary>The application/x-www-form-urlencoded format of the OAuth endpoints (RFC 6749 appendix B).</summary>
internal static class FormEncoding
{
    public static IEnumerable<KeyValuePair<string, string>> Parse(string encoded)
    {
        foreach (var part in encoded.Split('&'))
        {
            if (part.Length == 0)
            {
                continue;
            }

            var equals = part.IndexOf('=');
            yield return equals < 0
                ? new KeyValuePair<string, string>(Decode(part), "")
                : new KeyValuePair<string, string>(Decode(part.Substring(0, equals)), Decode(part.Substring(equals + 1)));
        }
    }

    public static string Build(IEnumerable<KeyValuePair<string, string>> pairs) =>
        string.Join("&", pairs.Select(pair => Encode(pair.Key) + "=" + Encode(pair.Value)));

    public static string Encode(string text) => Uri.EscapeDataString(text).Replace("%20", "+");

    public static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
