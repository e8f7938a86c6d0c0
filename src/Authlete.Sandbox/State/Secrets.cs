using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Authlete.Sandbox.State;

/// <summary>Random values in the formats of the service, with hashing and comparison.</summary>
internal static class Secrets
{
    /// <summary>256 random bits, base64url, 43 characters: tickets, codes, tokens and API secrets.</summary>
    public static string NewToken() => Random(32);

    /// <summary>The requested value, or a new token if it is missing or empty.</summary>
    public static string GivenOrNew(string? value) => string.IsNullOrEmpty(value) ? NewToken() : value;

    /// <summary>512 random bits, base64url, 86 characters.</summary>
    public static string NewClientSecret() => Random(64);

    /// <summary>A decimal number of 14 digits: API keys and client ids.</summary>
    public static long NewIdentifier() =>
        long.Parse(
            RandomNumberGenerator.GetString("123456789", 1) + RandomNumberGenerator.GetString("0123456789", 13),
            CultureInfo.InvariantCulture
        );

    /// <summary>The SHA-256 of a token, base64url.</summary>
    public static string Hash(string value) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(value)));

    public static bool AreEqual(string expected, string actual) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(actual));

    private static string Random(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}
