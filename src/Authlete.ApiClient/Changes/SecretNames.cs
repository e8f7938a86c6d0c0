using System;
using System.Linq;

namespace Authlete.ApiClient.Changes;

/// <summary>Tells by its name whether a member is likely a secret.</summary>
internal static class SecretNames
{
    // A service's JWK Set holds its private keys.
    private static readonly string[] s_endings =
    [
        "password",
        "passphrase",
        "token",
        "tokens",
        "ticket",
        "code",
        "responsecontent",
        "assertion",
        "jwt",
        "jwks",
        "privatekey",
        "privatekeypem",
        "credential",
        "credentials",
        "authorization",
    ];

    // The private halves of a JWK (RFC 7518 section 6), and short names of the same kind.
    private static readonly string[] s_exactNames = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "pin", "pwd"];

    public static bool Contains(string name)
    {
        var plain = name.Replace("_", "").Replace("-", "").ToLowerInvariant();
        return s_exactNames.Contains(plain)
            || plain.Contains("secret")
            || s_endings.Any(ending => plain.EndsWith(ending, StringComparison.Ordinal));
    }
}
