using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>The key that a token is bound to: of a client certificate (RFC 8705, section 3) or of DPoP proofs (RFC 9449).</summary>
/// <param name="Certificate">The SHA-256 thumbprint of the certificate.</param>
/// <param name="DpopKey">The SHA-256 thumbprint of the JWK.</param>
internal readonly record struct TokenBinding(string? Certificate, string? DpopKey)
{
    /// <summary>The binding of the tokens for a token request.</summary>
    public static TokenBinding Of(ApiCall call, ClientRecord client) => new(CertificateOf(call, client), DpopKeyOf(call, client));

    /// <summary>The certificate to bind to; null unless both the service and the client bind tokens.</summary>
    public static string? CertificateOf(ApiCall call, ClientRecord client)
    {
        const string Flag = "tlsClientCertificateBoundAccessTokens";
        if (!call.Service.Document.Flag(Flag) || !client.Document.Flag(Flag))
        {
            return null;
        }

        var pem = call.Text("clientCertificate");
        if (string.IsNullOrEmpty(pem))
        {
            throw new ProtocolException(
                "A048351",
                OAuthErrors.InvalidRequest,
                "The client's tokens are bound to a certificate, but there is none."
            );
        }

        using var certificate =
            MutualTls.Parse(pem)
            ?? throw new ProtocolException("A244309", OAuthErrors.InvalidRequest, "The client certificate cannot be read.");
        return MutualTls.Thumbprint(certificate);
    }

    /// <summary>Checks the certificate or proof that accompanies a bound token.</summary>
    /// <param name="call">The call with the certificate or proof.</param>
    /// <param name="accessToken">The token.</param>
    /// <returns>Why the token must be refused, or null.</returns>
    public ProtocolException? Violation(ApiCall call, string accessToken)
    {
        if (Certificate is not null)
        {
            var pem = call.Text("clientCertificate");
            if (string.IsNullOrEmpty(pem))
            {
                return Invalid("A065304", "The access token is bound to a certificate, but there is none.");
            }

            using var certificate = MutualTls.Parse(pem);
            if (certificate is null)
            {
                return Invalid("A065307", "The client certificate cannot be read.");
            }

            if (MutualTls.Thumbprint(certificate) != Certificate)
            {
                return Invalid("A065305", "The access token is bound to another certificate.");
            }
        }

        return DpopKey is null ? null : DpopViolation(call, accessToken);
    }

    /// <summary>The <c>cnf</c> claim (RFC 7800), or null for a bearer token.</summary>
    public JsonObject? Confirmation()
    {
        if (Certificate is null && DpopKey is null)
        {
            return null;
        }

        var confirmation = new JsonObject();
        if (Certificate is not null)
        {
            confirmation["x5t#S256"] = Certificate;
        }

        if (DpopKey is not null)
        {
            confirmation["jkt"] = DpopKey;
        }

        return confirmation;
    }

    private static string? DpopKeyOf(ApiCall call, ClientRecord client)
    {
        var proof = call.Text("dpop");
        if (string.IsNullOrEmpty(proof))
        {
            return client.Document.Flag("dpopRequired") ? throw DpopProof.Refused("A254301", "The client must send a DPoP proof.") : null;
        }

        var url = call.Text("htu") is { Length: > 0 } given ? given : call.Service.Document.Text("tokenEndpoint");
        return DpopProof.KeyOf(call, proof, DpopCodes.AtTokenEndpoint, call.Text("htm") ?? "POST", url);
    }

    private ProtocolException? DpopViolation(ApiCall call, string accessToken)
    {
        var proof = call.Text("dpop");
        if (string.IsNullOrEmpty(proof))
        {
            return DpopProof.Refused("A065308", "The access token is bound to a key, but there is no DPoP proof.");
        }

        try
        {
            var key = DpopProof.KeyOf(call, proof, DpopCodes.AtResource, call.Text("htm"), call.Text("htu"), accessToken);
            return key == DpopKey ? null : DpopProof.Refused("A065309", "The access token is bound to another key than the DPoP proof's.");
        }
        catch (ProtocolException exception)
        {
            return exception;
        }
    }

    private static ProtocolException Invalid(string code, string text) =>
        new(code, OAuthErrors.InvalidToken, text, ApiActions.Unauthorized);
}
