using System;
using System.Linq;

namespace Authlete.ApiClient.Changes;

/// <summary>Detects members that are likely secrets by their names.</summary>
internal static class SecretNames
{
    // The JWK Set of a service contains its private keys.
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

    // The private members of a JWK (RFC 7518 section 6), and short names for other secrets.
    private static readonly string[] s_exactNames = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "pin", "pwd"];

    public static bool Contains(string name)
    {
        var plain = name.Replace("_", "").Replace("-", "").ToLowerInvariant();
        return s_exactNames.Contains(plain)
            || plain.Contains("secret")
            || s_endings.Any(ending => plain.EndsWith(ending, StringComparison.Ordinal));
    }
}
