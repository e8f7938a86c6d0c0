using System;
using System.Text;

namespace Authlete.Sandbox.Hosting;

/// <summary>The user name and password of a Basic authorization header (RFC 7617).</summary>
internal sealed record BasicCredential(string UserName, string Password)
{
    private const string Scheme = "Basic";

    public static string SchemeOf(string header) => header.Split(' ', 2)[0];

    /// <summary>Reads the header; null if it isn't a valid Basic header.</summary>
    public static BasicCredential? Parse(string header)
    {
        var parts = header.Split(' ', 2, StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || !parts[0].Equals(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var buffer = new byte[parts[1].Length];
        if (!Convert.TryFromBase64String(parts[1], buffer, out var length))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(buffer, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : new BasicCredential(text[..colon], text[(colon + 1)..]);
    }
}
