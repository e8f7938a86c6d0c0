using System;
using System.Linq;

namespace Authlete.PowerShell.Formatting;

/// <summary>Tells by its name whether a member of untyped JSON is likely a secret: then it is not among what is shown by default.</summary>
internal static class SecretNames
{
    private static readonly string[] s_endings = ["secret", "password", "token", "tokens", "ticket", "code", "responsecontent", "assertion", "jwt"];

    // The private halves of a JWK (RFC 7518 section 6).
    private static readonly string[] s_keyParts = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    public static bool Contains(string name)
    {
        var plain = name.Replace("_", "").ToLowerInvariant();
        return s_keyParts.Contains(plain) || s_endings.Any(ending => plain.EndsWith(ending, StringComparison.Ordinal));
    }
}
