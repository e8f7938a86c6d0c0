using System;
using System.Linq;
using System.Net;

namespace Authlete.Configuration.Rules;

/// <summary>Parses redirect URIs. They are compared as strings, so nothing is normalized, and invalid URIs aren't errors.</summary>
internal static class RedirectUris
{
    private const string Http = "http://";
    private const string Https = "https://";

    private static readonly char[] s_endsOfAuthority = ['/', '?', '#', '\\'];

    public static bool IsPlainHttp(string uri) => uri.StartsWith(Http, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the host of an http or https URI is this computer.</summary>
    public static bool IsLoopback(string uri) =>
        HostOf(uri) is { } host && (IsLocalhost(host) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)));

    /// <summary>Whether it is an http URI with the host name localhost.</summary>
    public static bool IsPlainLocalhost(string uri) => IsPlainHttp(uri) && HostOf(uri) is { } host && IsLocalhost(host);

    /// <summary>The scheme if it isn't http or https; otherwise null.</summary>
    public static string? CustomSchemeOf(string uri)
    {
        var colon = uri.IndexOf(':');
        var scheme = colon > 0 ? uri.Substring(0, colon) : "";
        return
            IsLetter(scheme.FirstOrDefault())
            && scheme.All(character => IsLetter(character) || character is (>= '0' and <= '9') or '+' or '-' or '.')
            && !scheme.Equals("http", StringComparison.OrdinalIgnoreCase)
            && !scheme.Equals("https", StringComparison.OrdinalIgnoreCase)
            ? scheme
            : null;
    }

    private static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsLocalhost(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase);

    /// <summary>The host of an http or https URI, without user information, port, and brackets; null for other URIs.</summary>
    private static string? HostOf(string uri)
    {
        var start =
            IsPlainHttp(uri) ? Http.Length
            : uri.StartsWith(Https, StringComparison.OrdinalIgnoreCase) ? Https.Length
            : -1;
        if (start < 0)
        {
            return null;
        }

        var end = uri.IndexOfAny(s_endsOfAuthority, start);
        var authority = end < 0 ? uri.Substring(start) : uri.Substring(start, end - start);
        var host = authority.Substring(authority.LastIndexOf('@') + 1);
        if (host.StartsWith("[", StringComparison.Ordinal))
        {
            var bracket = host.IndexOf(']');
            return bracket < 0 ? host : host.Substring(1, bracket - 1);
        }

        var colon = host.IndexOf(':');
        return colon < 0 ? host : host.Substring(0, colon);
    }
}
