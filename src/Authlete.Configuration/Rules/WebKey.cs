namespace Authlete.Configuration.Rules;

/// <summary>What rules look at in a JSON Web Key.</summary>
/// <param name="Kid">The key id.</param>
/// <param name="Kty">The key type.</param>
/// <param name="Use">The use.</param>
/// <param name="Alg">The algorithm.</param>
/// <param name="Bits">The size of an RSA modulus or of an elliptic curve; null if it can't be told.</param>
/// <param name="HasSecretMember">Whether it holds d or k, or is a symmetric key.</param>
internal sealed record WebKey(string? Kid, string? Kty, string? Use, string? Alg, int? Bits, bool HasSecretMember)
{
    public const string Rsa = "RSA";
    public const string EllipticCurve = "EC";

    /// <summary>Whether it can sign, with what an asymmetric algorithm of this name needs.</summary>
    public bool CanSign =>
        Use is null or "sig"
        && Kty is Rsa or EllipticCurve or "OKP"
        && Alg?.StartsWith("RSA", System.StringComparison.Ordinal) != true
        && Alg?.StartsWith("ECDH", System.StringComparison.Ordinal) != true;

    /// <summary>How a message names it.</summary>
    public string Name => Kid is null ? "a key without kid" : "key " + Kid;
}
