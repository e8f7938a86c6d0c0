using System;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Authlete.Sandbox.State;

/// <summary>The key pairs of the seeded service, created once for each process because creating an RSA key is slow.</summary>
internal static class SigningKeys
{
    private static readonly Lazy<string> s_set = new(Create);

    /// <summary>A JWK Set with an RSA key for RS256 and a P-256 key for ES256, private members included.</summary>
    public static string JwkSet => s_set.Value;

    private static string Create()
    {
        using var rsa = RSA.Create(2048);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rsaKey = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(true)));
        var ecKey = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(ec));
        return Json.Write(
            new JsonObject
            {
                ["keys"] = new JsonArray(
                    new JsonObject
                    {
                        ["kty"] = "RSA",
                        ["use"] = "sig",
                        ["kid"] = "rs256-1",
                        ["alg"] = "RS256",
                        ["n"] = rsaKey.N,
                        ["e"] = rsaKey.E,
                        ["d"] = rsaKey.D,
                        ["p"] = rsaKey.P,
                        ["q"] = rsaKey.Q,
                        ["dp"] = rsaKey.DP,
                        ["dq"] = rsaKey.DQ,
                        ["qi"] = rsaKey.QI,
                    },
                    new JsonObject
                    {
                        ["kty"] = "EC",
                        ["use"] = "sig",
                        ["kid"] = "es256-1",
                        ["alg"] = "ES256",
                        ["crv"] = ecKey.Crv,
                        ["x"] = ecKey.X,
                        ["y"] = ecKey.Y,
                        ["d"] = ecKey.D,
                    }
                ),
            }
        );
    }
}
