namespace Authlete.Configuration.Rules;

/// <summary>The properties of a JSON Web Key that rules read.</summary>
/// <param name="Kid">The key id.</param>
/// <param name="Kty">The key type.</param>
/// <param name="Use">The use.</param>
/// <param name="Alg">The algorithm.</param>
/// <param name="Curve">The curve.</param>
/// <param name="Bits">The size of an RSA modulus or of an elliptic curve; null if it is unknown.</param>
/// <param name="HasSecretMember">Whether it contains d or k, or is a symmetric key.</param>
internal sealed record WebKey(string? Kid, string? Kty, string? Use, string? Alg, string? Curve, int? Bits, bool HasSecretMember)
{
    public const string Rsa = "RSA";
    public const string EllipticCurve = "EC";

    /// <summary>Whether it can create an asymmetric signature.</summary>
    public bool CanSign =>
        Use is null or "sig"
        && Kty is Rsa or EllipticCurve or "OKP"
        && Curve is not ("X25519" or "X448")
        && Alg?.StartsWith("RSA", System.StringComparison.Ordinal) != true
        && Alg?.StartsWith("ECDH", System.StringComparison.Ordinal) != true;

    /// <summary>The signing algorithm; the key type if several are possible.</summary>
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

    /// <summary>The name in messages.</summary>
    public string Name => Kid is null ? "a key without kid" : "key " + Kid;
}
