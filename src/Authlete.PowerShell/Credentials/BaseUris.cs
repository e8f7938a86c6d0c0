using System;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Credentials;

internal static class BaseUris
{
    /// <summary>Checks a base URI: https, or http to this machine; no user, query or fragment in it.</summary>
    public static Uri Check(Uri uri, string origin, bool allowUnencrypted)
    {
        if (!uri.IsAbsoluteUri || uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw SetupErrors.InvalidBaseUri(origin);
        }

        if (uri.Scheme == "http" && !uri.IsLoopback && !allowUnencrypted)
        {
            throw SetupErrors.UnencryptedAuthentication(uri.Host);
        }

        return uri;
    }

    public static Uri Parse(string text, string origin) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : throw SetupErrors.InvalidBaseUri(origin);

    public static bool Same(Uri left, Uri right) =>
        string.Equals(left.AbsoluteUri.TrimEnd('/'), right.AbsoluteUri.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
