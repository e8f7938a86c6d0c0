using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;
using Microsoft.IdentityModel.Tokens;

namespace Authlete.Sandbox.Tokens;

/// <summary>DPoP proofs (RFC 9449, section 4). The sandbox issues no nonces, and doesn't store <c>jti</c>.</summary>
internal static class DpopProof
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(5);

    public static IReadOnlyList<string> Algorithms { get; } =
    ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private static readonly string[] s_privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    /// <summary>Checks a proof (RFC 9449, section 4.3) and returns the thumbprint of its key.</summary>
    /// <param name="call">The call that carries the proof.</param>
    /// <param name="proof">The proof.</param>
    /// <param name="codes">The result codes of the API for errors in it.</param>
    /// <param name="method">The HTTP method of the request that the client sent.</param>
    /// <param name="url">Its URL.</param>
    /// <param name="accessToken">The access token that accompanies it at a resource.</param>
    public static string KeyOf(ApiCall call, string proof, DpopCodes codes, string? method, string? url, string? accessToken = null)
    {
        var jws = Jws.Parse(proof) ?? throw Refused(codes.Malformed, "The DPoP proof is not a signed JWT.");
        if (jws.Algorithm is null)
        {
            throw Refused(codes.NoAlgorithm, "The DPoP proof does not name its algorithm.");
        }

        if (jws.IsSymmetric || !jws.IsVerifiable)
        {
            throw Refused(codes.BadAlgorithm, "The DPoP proof is not signed with an asymmetric algorithm.");
        }

        var key = PublicKey(jws) ?? throw Refused(codes.NoKey, "The DPoP proof has no public key in its header.");
        if (!jws.IsSignedBy(key))
        {
            throw Refused(codes.Malformed, "The signature of the DPoP proof is wrong.");
        }

        CheckHeaderAndClaims(call, jws, codes);
        if (method is { Length: > 0 } && jws.Text("htm") != method)
        {
            throw Refused(codes.Malformed, "The DPoP proof is for another HTTP method.");
        }

        if (url is { Length: > 0 } && WithoutQuery(jws.Text("htu")) != WithoutQuery(url))
        {
            throw Refused(codes.Malformed, "The DPoP proof is for another URL.");
        }

        if (accessToken is not null && jws.Text("ath") != Hash(accessToken))
        {
            throw Refused(codes.Malformed, "The DPoP proof is for another access token.");
        }

        return Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
    }

    public static ProtocolException Refused(string code, string text) =>
        new(
            code,
            OAuthErrors.InvalidDpopProof,
            text,
            code.StartsWith("A065", StringComparison.Ordinal) ? ApiActions.Unauthorized : ApiActions.BadRequest
        );

    private static void CheckHeaderAndClaims(ApiCall call, Jws proof, DpopCodes codes)
    {
        if (proof.Header["typ"]?.ToString() != "dpop+jwt")
        {
            throw Refused(codes.Malformed, "The type of the DPoP proof is wrong.");
        }

        if (string.IsNullOrEmpty(proof.Text("jti")))
        {
            throw Refused(codes.Malformed, "The DPoP proof has no identifier.");
        }

        var skew = call.Service.Document.Number("allowableClockSkew");
        var now = call.Now / 1000;
        if (proof.Seconds("iat") is not { } issuedAt || issuedAt > now + skew || issuedAt + s_lifetime.TotalSeconds + skew < now)
        {
            throw Refused(codes.Malformed, "The DPoP proof is too old or from the future.");
        }
    }

    private static JsonWebKey? PublicKey(Jws proof)
    {
        if (proof.Header["jwk"] is not JsonObject jwk || s_privateMembers.Any(jwk.ContainsKey))
        {
            return null;
        }

        try
        {
            return new JsonWebKey(Json.Write(jwk)) is { Kty: JsonWebAlgorithmsKeyTypes.RSA or JsonWebAlgorithmsKeyTypes.EllipticCurve } key
                ? key
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? WithoutQuery(string? url) => url?.Split('?', '#')[0];

    private static string Hash(string accessToken) => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)));
}

/// <summary>An API's result codes for an invalid DPoP proof.</summary>
internal sealed record DpopCodes(string Malformed, string BadAlgorithm, string NoKey, string NoAlgorithm)
{
    public static DpopCodes AtTokenEndpoint { get; } = new("A254301", "A254302", "A254303", "A254304");

    public static DpopCodes AtResource { get; } = new("A065310", "A065311", "A065312", "A065313");
}
