using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Authlete.ApiClient.Api;

/// <summary>Validates paths relative to the base URI. Gateways and servers decode and normalize paths differently; no path may resolve above the base.</summary>
internal static class ApiPath
{
    private const string ForbiddenCharacters = "?#\\{}<>\"^`|";

    private static readonly UTF8Encoding s_strictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Whether the path stays below the base URI, no matter how often it is decoded.</summary>
    public static bool IsBelowBase(string path) =>
        path.StartsWith("/", StringComparison.Ordinal)
        && path.All(c => c is > ' ' and <= '~' && ForbiddenCharacters.IndexOf(c) < 0)
        && path.Substring(1).Split('/').All(IsPlainSegment);

    /// <summary>Whether a value contains a dot segment, no matter how often it is decoded. A slash alone is harmless because it is escaped.</summary>
    public static bool HasDotSegment(string value)
    {
        for (var current = value; ; )
        {
            if (current.Split('/', '\\').Any(IsDotSegment))
            {
                return true;
            }

            var decoded = Uri.UnescapeDataString(current);
            if (string.Equals(decoded, current, StringComparison.Ordinal))
            {
                return false;
            }

            current = decoded;
        }
    }

    private static bool IsPlainSegment(string segment)
    {
        for (var current = segment; ; )
        {
            if (!IsSafeName(current) || !IsSafeName(current.Normalize(NormalizationForm.FormKC)) || Decode(current) is not { } decoded)
            {
                return false;
            }

            if (string.Equals(decoded, current, StringComparison.Ordinal))
            {
                return true;
            }

            current = decoded;
        }
    }

    private static bool IsSafeName(string segment) =>
        segment.Length > 0 && segment.IndexOfAny(['/', '\\']) < 0 && !segment.Any(char.IsControl) && !IsDotSegment(segment);

    // Some servers drop everything after a semicolon, so that "..;x" becomes "..".
    private static bool IsDotSegment(string segment) => segment.Split(';')[0] is "." or "..";

    /// <summary>The segment, decoded once; null if decoders disagree about it: a lone percent sign, %uXXXX, or overlong UTF-8.</summary>
    private static string? Decode(string segment)
    {
        var bytes = new List<byte>(segment.Length);
        for (var i = 0; i < segment.Length; i++)
        {
            if (segment[i] != '%')
            {
                var length = char.IsHighSurrogate(segment[i]) ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(segment.Substring(i, length)));
                i += length - 1;
            }
            else if (
                i + 2 < segment.Length
                && byte.TryParse(segment.Substring(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            )
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                return null;
            }
        }

        try
        {
            return s_strictUtf8.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
