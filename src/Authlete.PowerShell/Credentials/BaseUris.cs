using System;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Credentials;

internal static class BaseUris
{
    /// <summary>Rejects a base URI that is neither HTTPS nor HTTP to this machine, or that has a user name, a query, a fragment, or an invalid escape.</summary>
    public static Uri Validate(Uri uri, string source, bool allowUnencrypted)
    {
        if (
            !uri.IsAbsoluteUri
            || uri.Scheme is not ("https" or "http")
            || uri.UserInfo.Length > 0
            || uri.Query.Length > 0
            || uri.Fragment.Length > 0
            || !IsStable(uri)
        )
        {
            throw SetupErrors.InvalidBaseUri(source);
        }

        if (uri.Scheme == "http" && !uri.IsLoopback && !allowUnencrypted)
        {
            throw SetupErrors.UnencryptedAuthentication(uri.Host);
        }

        return uri;
    }

    public static Uri Parse(string text, string source) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : throw SetupErrors.InvalidBaseUri(source);

    public static bool AreSame(Uri left, Uri right) =>
        string.Equals(left.AbsoluteUri.TrimEnd('/'), right.AbsoluteUri.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether parsing the text of the URI returns the same URI. If it contains an invalid escape such as %e, a valid one is decoded only when the
    /// text is parsed again.
    /// </summary>
    private static bool IsStable(Uri uri) => string.Equals(new Uri(uri.AbsoluteUri).AbsoluteUri, uri.AbsoluteUri, StringComparison.Ordinal);
}
