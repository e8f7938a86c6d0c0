using System;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Authlete.Sandbox.Tests.Support;

/// <summary>Creates and reads JWS objects without the libraries that the sandbox uses.</summary>
internal static class Jws
{
    public static string Hs256(string secret, JsonObject payload) =>
        Sign(
            new JsonObject { ["alg"] = "HS256" },
            payload.ToJsonString(),
            signed => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed)
        );

    public static string Es256(ECDsa key, string payload, string? keyId = null) =>
        Sign(Header("ES256", keyId), payload, signed => key.SignData(signed, HashAlgorithmName.SHA256));

    /// <summary>Signs a payload with the specified header.</summary>
    public static string Es256(ECDsa key, JsonObject header, string payload) =>
        Sign(header, payload, signed => key.SignData(signed, HashAlgorithmName.SHA256));

    public static string Of(JsonObject header, string payload, byte[] signature) => Sign(header, payload, _ => signature);

    public static JsonObject Header(string token) => Part(token, 0);

    public static JsonObject Payload(string token) => Part(token, 1);

    /// <summary>Returns a JWK Set with the public key, or with the private key.</summary>
    public static string JwkSet(ECDsa key, string keyId = "key-1", bool privateHalf = false)
    {
        var parameters = key.ExportParameters(privateHalf);
        var jwk = new JsonObject
        {
            ["kty"] = "EC",
            ["crv"] = "P-256",
            ["kid"] = keyId,
            ["x"] = Base64Url.EncodeToString(parameters.Q.X),
            ["y"] = Base64Url.EncodeToString(parameters.Q.Y),
        };
        if (privateHalf)
        {
            jwk["d"] = Base64Url.EncodeToString(parameters.D);
        }

        return new JsonObject { ["keys"] = new JsonArray(jwk) }.ToJsonString();
    }

    public static bool Verifies(ECDsa key, string token)
    {
        var dot = token.LastIndexOf('.');
        return key.VerifyData(
            Encoding.ASCII.GetBytes(token[..dot]),
            Base64Url.DecodeFromChars(token.AsSpan(dot + 1)),
            HashAlgorithmName.SHA256
        );
    }

    private static JsonObject Header(string algorithm, string? keyId)
    {
        var header = new JsonObject { ["alg"] = algorithm };
        if (keyId is not null)
        {
            header["kid"] = keyId;
        }

        return header;
    }

    private static string Sign(JsonObject header, string payload, Func<byte[], byte[]> sign)
    {
        var signed = Encode(Encoding.UTF8.GetBytes(header.ToJsonString())) + "." + Encode(Encoding.UTF8.GetBytes(payload));
        return signed + "." + Encode(sign(Encoding.ASCII.GetBytes(signed)));
    }

    private static JsonObject Part(string token, int index) =>
        (JsonObject)JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[index]))!;

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
