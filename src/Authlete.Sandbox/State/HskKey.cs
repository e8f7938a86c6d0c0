using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Authlete.Sandbox.State;

/// <summary>A key of the simulated hardware security module. The private key is never returned.</summary>
internal sealed record HskKey(
    string Handle,
    string HsmName,
    string Kty,
    string Use,
    string Alg,
    string Kid,
    string PublicKey,
    string PrivateKey
)
{
    private const int RsaBits = 2048;

    public static HskKey Create(string hsmName, string kty, string use, string alg, string? kid)
    {
        using AsymmetricAlgorithm key =
            kty == "RSA" ? RSA.Create(RsaBits) : ECDsa.Create(alg == "ES384" ? ECCurve.NamedCurves.nistP384 : ECCurve.NamedCurves.nistP256);
        return new HskKey(
            Secrets.NewToken(),
            hsmName,
            kty,
            use,
            alg,
            kid ?? Secrets.NewToken(),
            key.ExportSubjectPublicKeyInfoPem(),
            key.ExportPkcs8PrivateKeyPem()
        );
    }

    public JsonObject ToJson() =>
        Json.Sorted(
            new JsonObject
            {
                ["alg"] = Alg,
                ["handle"] = Handle,
                ["hsmName"] = HsmName,
                ["kid"] = Kid,
                ["kty"] = Kty,
                ["publicKey"] = PublicKey,
                ["use"] = Use,
            }
        );
}
