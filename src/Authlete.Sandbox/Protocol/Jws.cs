using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authlete.Sandbox.State;
using Microsoft.IdentityModel.Tokens;

namespace Authlete.Sandbox.Protocol;

/// <summary>A JWT in compact form, signed or with <c>alg: none</c> (RFC 7515, section 7.1; RFC 7519, section 6).</summary>
internal sealed class Jws
{
    private static readonly string[] s_verifiable =
    [
        "HS256",
        "HS384",
        "HS512",
        "RS256",
        "RS384",
        "RS512",
        "PS256",
        "PS384",
        "PS512",
        "ES256",
        "ES384",
        "ES512",
    ];

    private readonly string _signed;
    private readonly string _signature;

    private Jws(JsonObject header, JsonObject? claims, string signed, string signature)
    {
        Header = header;
        Claims = claims;
        _signed = signed;
        _signature = signature;
    }

    public JsonObject Header { get; }

    /// <summary>The payload, or null when it is not a JSON object.</summary>
    public JsonObject? Claims { get; }

    public string? Algorithm => TextOf(Header["alg"]);

    public string? KeyId => TextOf(Header["kid"]);

    /// <summary>Whether the sandbox can verify the algorithm.</summary>
    public bool IsVerifiable => s_verifiable.Contains(Algorithm);

    public bool IsSymmetric => Algorithm?.StartsWith("HS", StringComparison.Ordinal) == true;

    /// <summary>Five parts are a JWE (RFC 7516, section 7.1).</summary>
    public static bool IsEncrypted(string text) => text.Count(character => character == '.') == 4;

    /// <summary>Three parts in base64url, of which the signature may be empty (RFC 7515, section 7.1).</summary>
    public static bool IsCompact(string text) => text.Split('.') is [{ Length: > 0 }, { Length: > 0 }, _] parts && parts.All(IsBase64Url);

    public static Jws? Parse(string text)
    {
        var parts = text.Split('.');
        if (parts.Length != 3 || !parts.All(IsBase64Url) || !Json.TryParseObject(Base64UrlEncoder.Decode(parts[0]), out var header))
        {
            return null;
        }

        var claims = Json.TryParseObject(Base64UrlEncoder.Decode(parts[1]), out var members) ? members : null;
        return new Jws(header, claims, text[..text.LastIndexOf('.')], parts[2]);
    }

    public string? Text(string claim) => TextOf(Claims?[claim]);

    /// <summary>A time in seconds since the Unix epoch; null if the claim is missing or isn't a number.</summary>
    public double? Seconds(string claim) =>
        Claims?[claim] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? (double)value : null;

    /// <summary>The audience; null if the claim isn't a string or an array of strings.</summary>
    public IReadOnlyList<string>? Audience =>
        Claims?["aud"] switch
        {
            JsonArray array => array.All(item => TextOf(item) is not null) ? [.. array.Select(item => TextOf(item)!)] : null,
            { } single when TextOf(single) is { } text => [text],
            _ => null,
        };

    public bool IsSignedBy(SecurityKey key)
    {
        SignatureProvider? provider = null;
        try
        {
            provider = CryptoProviderFactory.Default.CreateForVerifying(key, Algorithm);
            return provider.Verify(Encoding.ASCII.GetBytes(_signed), Base64UrlEncoder.DecodeBytes(_signature));
        }
        catch (Exception exception)
            when (exception is NotSupportedException or ArgumentException or InvalidOperationException or FormatException)
        {
            return false;
        }
        finally
        {
            if (provider is not null)
            {
                CryptoProviderFactory.Default.ReleaseSignatureProvider(provider);
            }
        }
    }

    private static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static bool IsBase64Url(string text) =>
        text.Length % 4 != 1 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
