namespace Authlete.Configuration.Rules;

/// <summary>What rules look at in a JSON Web Key.</summary>
/// <param name="Kid">The key id.</param>
/// <param name="Kty">The key type.</param>
/// <param name="Use">The use.</param>
/// <param name="Alg">The algorithm.</param>
/// <param name="Curve">The curve.</param>
/// <param name="Bits">The size of an RSA modulus or of an elliptic curve; null if it can't be told.</param>
/// <param name="HasSecretMember">Whether it holds d or k, or is a symmetric key.</param>
internal sealed record WebKey(string? Kid, string? Kty, string? Use, string? Alg, string? Curve, int? Bits, bool HasSecretMember)
{
    public const string Rsa = "RSA";
    public const string EllipticCurve = "EC";

    /// <summary>Whether it can sign, with what an asymmetric algorithm of this name needs.</summary>
    public bool CanSign =>
        Use is null or "sig"
        && Kty is Rsa or EllipticCurve or "OKP"
        && Curve is not ("X25519" or "X448")
        && Alg?.StartsWith("RSA", System.StringComparison.Ordinal) != true
        && Alg?.StartsWith("ECDH", System.StringComparison.Ordinal) != true;

    /// <summary>The algorithm that it signs with; the key type if more than one is possible.</summary>
    public string? SigningAlg =>
        Alg
        ?? Curve switch
        {
            "P-256" => "ES256",
            "P-384" => "ES384",
            "P-521" => "ES512",
            "secp256k1" or "P-256K" => "ES256K",
            "Ed25519" or "Ed448" => "EdDSA",
            _ => Kty,
        };

    /// <summary>How a message names it.</summary>
    public string Name => Kid is null ? "a key without kid" : "key " + Kid;
}
