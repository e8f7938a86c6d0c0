using System;
using System.Collections.Generic;
using System.Text.Json;
using Authlete.ApiClient.Json;

namespace Authlete.Configuration.Rules;

/// <summary>A JWK Set.</summary>
/// <param name="Keys">The keys.</param>
internal sealed record KeySet(IReadOnlyList<WebKey> Keys)
{
    private static readonly Dictionary<string, int> s_curves = new(StringComparer.Ordinal)
    {
        ["P-192"] = 192,
        ["P-224"] = 224,
        ["P-256"] = 256,
        ["P-256K"] = 256,
        ["secp256k1"] = 256,
        ["P-384"] = 384,
        ["P-521"] = 521,
    };

    /// <summary>Reads a JWK Set or its text; null if it isn't a JWK Set.</summary>
    public static KeySet? TryRead(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            return JsonReader.TryReadEmbedded(element) is { } embedded ? TryRead(embedded) : null;
        }

        if (
            element.ValueKind != JsonValueKind.Object
            || !MemberLookup.TryGetMember(element, "keys", out var list)
            || list.ValueKind != JsonValueKind.Array
        )
        {
            return null;
        }

        var keys = new List<WebKey>();
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            keys.Add(ReadKey(item));
        }

        return new KeySet(keys);
    }

    private static WebKey ReadKey(JsonElement key)
    {
        var kty = Text(key, "kty");
        var bits = kty switch
        {
            WebKey.Rsa => SizeOf(Text(key, "n")),
            WebKey.EllipticCurve => Text(key, "crv") is { } curve && s_curves.TryGetValue(curve, out var size) ? size : null,
            _ => (int?)null,
        };
        return new WebKey(
            Text(key, "kid"),
            kty,
            Text(key, "use"),
            Text(key, "alg"),
            Text(key, "crv"),
            bits,
            kty == "oct" || MemberLookup.TryGetMember(key, "d", out _) || MemberLookup.TryGetMember(key, "k", out _)
        );
    }

    private static string? Text(JsonElement key, string name) =>
        MemberLookup.TryGetMember(key, name, out var value)
        && value.ValueKind == JsonValueKind.String
        && JsonValues.ToText(value) is { Length: > 0 } text
            ? text
            : null;

    /// <summary>The number of bits of a Base64url number; null if it isn't one.</summary>
    private static int? SizeOf(string? number)
    {
        if (number is null || number.Length % 4 == 1)
        {
            return null;
        }

        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(number.Replace('-', '+').Replace('_', '/') + new string('=', (4 - number.Length % 4) % 4));
        }
        catch (FormatException)
        {
            return null;
        }

        var first = Array.FindIndex(bytes, value => value != 0);
        if (first < 0)
        {
            return 0;
        }

        var bits = 8 * (bytes.Length - first - 1);
        for (int rest = bytes[first]; rest > 0; rest >>= 1)
        {
            bits++;
        }

        return bits;
    }
}
