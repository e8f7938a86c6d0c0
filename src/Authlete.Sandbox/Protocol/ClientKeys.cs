using System.Collections.Generic;
using System.Linq;
using System.Text;
using Authlete.Sandbox.State;
using Microsoft.IdentityModel.Tokens;

namespace Authlete.Sandbox.Protocol;

/// <summary>The keys that can verify a client's signature.</summary>
internal static class ClientKeys
{
    /// <summary>
    /// The keys that match the header: the client's secret for HMAC algorithms, otherwise keys of its JWK Set.
    /// Null if the client has no JWK Set; a <c>jwks_uri</c> isn't read.
    /// </summary>
    public static IReadOnlyList<SecurityKey>? Find(ClientRecord client, Jws jws)
    {
        if (jws.IsSymmetric)
        {
            return [new SymmetricSecurityKey(Encoding.UTF8.GetBytes(client.Secret))];
        }

        return client.Document.Text("jwks") is { } jwks
            ? [.. new JsonWebKeySet(jwks).Keys.Where(key => Fits(key, jws.Algorithm!, jws.KeyId))]
            : null;
    }

    /// <summary>Whether a key matches this algorithm and key ID.</summary>
    public static bool Fits(JsonWebKey key, string algorithm, string? keyId) =>
        key.Kty == (algorithm[0] == 'E' ? JsonWebAlgorithmsKeyTypes.EllipticCurve : JsonWebAlgorithmsKeyTypes.RSA)
        && (keyId is null || key.Kid == keyId)
        && (string.IsNullOrEmpty(key.Alg) || key.Alg == algorithm)
        && (string.IsNullOrEmpty(key.Use) || key.Use == "sig")
        && (algorithm[0] != 'E' || key.Crv == "P-" + (algorithm == "ES512" ? "521" : algorithm[2..]));
}
