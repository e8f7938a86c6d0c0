using System;

namespace Authlete.ApiClient.Encodings;

/// <summary>Base64url without padding (RFC 4648 section 5), as in tokens, hashes, and PKCE.</summary>
internal static class Base64Url
{
    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
