using System.Management.Automation;
using System.Security.Cryptography;
using System.Text;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Json;
using Authlete.PowerShell.Binding;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>The text for an access token in a prompt: its hash and its owner, never the token.</summary>
internal static class AccessTokenText
{
    /// <summary>Describes a token.</summary>
    /// <param name="kind">The kind of token: an access or a refresh token.</param>
    /// <param name="identifier">The token, or its hash.</param>
    /// <param name="hashProperty">The property of a record that contains the hash.</param>
    public static string Of(string kind, string identifier, string hashProperty)
    {
        var source = IdentifierOrigin.Find(identifier)?.Source;
        if (source is null)
        {
            // A token and its hash look alike.
            return $"{kind} with the hash {HashOf(identifier)}, or the one whose hash you specified";
        }

        var hash =
            source.Properties[hashProperty] is not null && Read(source, hashProperty) == identifier ? identifier : HashOf(identifier);
        return $"{kind} with the hash {hash}"
            + (Read(source, "ClientId") is { } clientId ? $" of client {clientId}" : "")
            + (Read(source, "Subject") is { } subject ? $", subject {PlainJson.Serialize(subject)}" : "");
    }

    /// <summary>The API's hash of a token: SHA-256, base64url without padding.</summary>
    public static string HashOf(string token)
    {
        using var sha = SHA256.Create();
        return Base64Url.Encode(sha.ComputeHash(Encoding.UTF8.GetBytes(token)));
    }

    private static string? Read(PSObject source, string name) => TextValues.ToText(PlainValues.Unwrap(source.Properties[name]?.Value));
}
