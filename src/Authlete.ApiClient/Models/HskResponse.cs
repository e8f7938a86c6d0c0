namespace Authlete.ApiClient.Models;

/// <summary>A response about one key on a hardware security module. It also has the key's properties, so that you can pipe it like the key.</summary>
public abstract class HskResponse : ApiResponse
{
    /// <summary>The key.</summary>
    public Hsk? Hsk => GetView<Hsk>("hsk");

    /// <summary>Handle of the key on the module.</summary>
    public string? Handle => Hsk?.Handle;

    /// <summary>Name of the module that holds the key.</summary>
    public string? HsmName => Hsk?.HsmName;

    /// <summary>Key ID (kid, RFC 7517 section 4.5).</summary>
    public string? Kid => Hsk?.Kid;

    /// <summary>Key type (kty, RFC 7517 section 4.1).</summary>
    public string? Kty => Hsk?.Kty;

    /// <summary>Intended use of the key (use, RFC 7517 section 4.2).</summary>
    public string? Use => Hsk?.Use;

    /// <summary>Algorithm of the key (alg, RFC 7517 section 4.4).</summary>
    public string? Alg => Hsk?.Alg;

    /// <summary>Public key, as PEM.</summary>
    public string? PublicKey => Hsk?.PublicKey;
}
