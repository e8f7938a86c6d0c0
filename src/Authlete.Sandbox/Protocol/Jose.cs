using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Authlete.Sandbox.State;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Authlete.Sandbox.Protocol;

/// <summary>Signs JWTs with the service's JWK Set or, with HMAC algorithms, the client's secret.</summary>
internal static class Jose
{
    private static readonly JsonWebTokenHandler s_handler = new() { SetDefaultTimesOnTokenCreation = false };

    public static string Sign(
        ClientRecord client,
        string algorithm,
        string? keyId,
        JsonObject payload,
        IDictionary<string, object>? header = null
    )
    {
        var text = Json.Write(payload);
        if (algorithm == "NONE")
        {
            return s_handler.CreateToken(text);
        }

        var credentials = new SigningCredentials(Key(client, algorithm, keyId), algorithm);
        return header is null ? s_handler.CreateToken(text, credentials) : s_handler.CreateToken(text, credentials, header);
    }

    /// <summary>The left half of the hash for the algorithm (OpenID Connect Core, section 3.1.3.6).</summary>
    public static string HalfHash(string algorithm, string value)
    {
        var bytes = Encoding.ASCII.GetBytes(value);
        var hash = algorithm[^3..] switch
        {
            "384" => SHA384.HashData(bytes),
            "512" => SHA512.HashData(bytes),
            _ => SHA256.HashData(bytes),
        };
        return Base64Url.EncodeToString(hash.AsSpan(0, hash.Length / 2));
    }

    private static SecurityKey Key(ClientRecord client, string algorithm, string? keyId)
    {
        if (algorithm.StartsWith("HS", StringComparison.Ordinal))
        {
            return new SymmetricSecurityKey(Encoding.UTF8.GetBytes(client.Secret));
        }

        var set =
            client.Service.Keys
            ?? throw ProtocolException.OfService("A046201", "The service has no JWK Set to sign with an asymmetric algorithm.");
        var candidates = set.Keys.Where(key => Fits(key, algorithm) && (keyId is null || key.Kid == keyId)).ToList();
        if (candidates.Count == 0)
        {
            throw ProtocolException.OfService("A046203", $"The JWK Set of the service has no key to sign with {algorithm}.");
        }

        if (candidates.Count > 1)
        {
            throw ProtocolException.OfService("A046204", $"The JWK Set of the service has several keys to sign with {algorithm}.");
        }

        if (!CryptoProviderFactory.Default.IsSupportedAlgorithm(algorithm, candidates[0]))
        {
            throw ProtocolException.OfService("A046114", $"The sandbox cannot sign with {algorithm}.");
        }

        return candidates[0];
    }

    private static bool Fits(JsonWebKey key, string algorithm)
    {
        var type = algorithm[..2] switch
        {
            "RS" or "PS" => JsonWebAlgorithmsKeyTypes.RSA,
            "ES" => JsonWebAlgorithmsKeyTypes.EllipticCurve,
            _ => "OKP",
        };
        return key.Kty == type
            && key.HasPrivateKey
            && (string.IsNullOrEmpty(key.Alg) ? type == JsonWebAlgorithmsKeyTypes.RSA || CurveFits(key, algorithm) : key.Alg == algorithm)
            && (string.IsNullOrEmpty(key.Use) || key.Use == "sig");
    }

    private static bool CurveFits(JsonWebKey key, string algorithm) =>
        algorithm switch
        {
            "ES256" => key.Crv == JsonWebKeyECTypes.P256,
            "ES384" => key.Crv == JsonWebKeyECTypes.P384,
            "ES512" => key.Crv == JsonWebKeyECTypes.P521,
            _ => false,
        };
}
