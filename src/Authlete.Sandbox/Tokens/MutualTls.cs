using System;
using System.Collections.Generic;
using System.Formats.Asn1;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;
using Microsoft.IdentityModel.Tokens;

namespace Authlete.Sandbox.Tokens;

/// <summary>Client authentication with a certificate (RFC 8705, section 2), which the API's caller passes on.</summary>
internal static class MutualTls
{
    private const string SubjectAlternativeName = "2.5.29.17";

    public static void Check(ApiCall call, ClientRecord client, bool selfSigned)
    {
        var pem = call.Text("clientCertificate");
        if (string.IsNullOrEmpty(pem))
        {
            throw Refused("A157327", "The client authenticates with a certificate, but there is none.");
        }

        using var certificate = Parse(pem) ?? throw Refused("A157328", "The client certificate cannot be read.");
        if (selfSigned)
        {
            CheckRegistered(client, certificate);
            return;
        }

        if (call.Service.Document.Flag("mutualTlsValidatePkiCertChain"))
        {
            CheckChain(call, certificate);
        }

        CheckSubject(client.Document, certificate);
    }

    /// <summary>Reads a certificate in PEM; null if the text isn't one.</summary>
    public static X509Certificate2? Parse(string pem)
    {
        try
        {
            return X509Certificate2.CreateFromPem(pem);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The thumbprint that a token is bound to (RFC 8705, section 3.1).</summary>
    public static string Thumbprint(X509Certificate2 certificate) => Base64UrlEncoder.Encode(SHA256.HashData(certificate.RawData));

    private static void CheckRegistered(ClientRecord client, X509Certificate2 certificate)
    {
        var keyId = client.Document.Text("selfSignedCertificateKeyId");
        var keys = client.Document.Text("jwks") is { } jwks
            ? new JsonWebKeySet(jwks).Keys.Where(key => keyId is null || key.Kid == keyId).ToList()
            : [];
        if (keys.Count == 0)
        {
            throw Refused("A157329", "No key of the client's JWK Set holds the certificate.");
        }

        var registered = keys.Where(key => key.X5c.Count > 0).Select(key => key.X5c[0]).ToList();
        if (registered.Count == 0)
        {
            throw Refused("A157330", "The key in the client's JWK Set has no certificate.");
        }

        if (!registered.Contains(Convert.ToBase64String(certificate.RawData)))
        {
            throw Refused("A157333", "The certificate differs from the one that the client has registered.");
        }
    }

    private static void CheckChain(ApiCall call, X509Certificate2 certificate)
    {
        var roots = call.Service.Document.Texts("trustedRootCertificates");
        if (roots.Count == 0)
        {
            throw Refused("A157335", "The service demands a trusted certificate, but trusts no root.");
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = call.Installation.Clock.GetUtcNow().UtcDateTime;
        chain.ChainPolicy.CustomTrustStore.AddRange(
            roots.Select(root => Parse(root) ?? throw Refused("A157336", "A trusted root is malformed.")).ToArray()
        );
        chain.ChainPolicy.ExtraStore.AddRange(
            (call.Texts("clientCertificatePath") ?? []).Select(Parse).OfType<X509Certificate2>().ToArray()
        );
        if (!chain.Build(certificate))
        {
            throw Refused("A157339", "The client certificate does not lead to a trusted root.");
        }
    }

    private static void CheckSubject(Document client, X509Certificate2 certificate)
    {
        if (client.Text("tlsClientAuthSubjectDn") is { } name)
        {
            // Decoding from bytes normalizes the spacing, as in a certificate.
            var registered = new X500DistinguishedName(new X500DistinguishedName(name).RawData);
            if (!registered.Name.Equals(certificate.SubjectName.Name, StringComparison.OrdinalIgnoreCase))
            {
                throw Refused("A157343", "The subject of the certificate is not the one that the client has registered.");
            }

            return;
        }

        // The tags are those of GeneralName in RFC 5280, section 4.2.1.6.
        foreach (
            var (member, tag, code) in new[]
            {
                ("tlsClientAuthSanDns", 2, "A157346"),
                ("tlsClientAuthSanUri", 6, "A157347"),
                ("tlsClientAuthSanIp", 7, "A157348"),
                ("tlsClientAuthSanEmail", 1, "A157349"),
            }
        )
        {
            if (client.Text(member) is not { } registered)
            {
                continue;
            }

            if (!AlternativeNames(certificate, tag).Contains(registered))
            {
                throw Refused(code, "The certificate does not have the alternative name that the client has registered.");
            }

            return;
        }

        throw Refused("A157340", "The client has registered no subject of its certificate.");
    }

    private static List<string> AlternativeNames(X509Certificate2 certificate, int wanted)
    {
        var names = new List<string>();
        foreach (var extension in certificate.Extensions.Where(extension => extension.Oid?.Value == SubjectAlternativeName))
        {
            var reader = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence();
            while (reader.HasData)
            {
                var tag = reader.PeekTag();
                if (tag.TagValue != wanted)
                {
                    reader.ReadEncodedValue();
                }
                else if (wanted == 7)
                {
                    names.Add(new IPAddress(reader.ReadOctetString(tag)).ToString());
                }
                else
                {
                    names.Add(reader.ReadCharacterString(UniversalTagNumber.IA5String, tag));
                }
            }
        }

        return names;
    }

    private static ProtocolException Refused(string code, string text) => ClientAuthentication.Refused(code, text);
}
