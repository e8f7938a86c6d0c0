using System;
using System.Linq;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Grants;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.TokenEndpoint;

/// <summary>
/// The JWT bearer grant (RFC 7523, section 2.1). Everything but the signature is checked, and the caller completes it. Few error
/// codes are published; the others are those of other APIs.
/// </summary>
internal static class JwtBearer
{
    /// <param name="call">The call.</param>
    /// <param name="parameters">The token request.</param>
    /// <param name="authenticated">The request with its client; null if the request names no client.</param>
    public static Reply Answer(ApiCall call, FormParameters parameters, TokenRequest? authenticated)
    {
        if (authenticated is null && call.Service.Document.Flag("jwtGrantByIdentifiableClientsOnly"))
        {
            throw new ProtocolException("A244305", OAuthErrors.InvalidRequest, "The request does not tell its client.");
        }

        var assertion = ReadAssertion(call, parameters);
        var reply = call.Reply("A314001", "The JWT bearer request is acceptable.", ApiActions.JwtBearer)
            .With("grantType", "JWT_BEARER")
            .With("assertion", assertion)
            .With("resources", ResourceIndicators.Read(parameters));
        var scopes = parameters.Words("scope").Where(name => call.Service.Scope(name) is not null);
        return authenticated is null
            ? reply.With("scopes", scopes.Order(StringComparer.Ordinal))
            : reply
                .With("scopes", call.Service.Requestable(authenticated.Client, scopes))
                .WithClient(authenticated.Client, authenticated.ClientIdAliasUsed);
    }

    private static string ReadAssertion(ApiCall call, FormParameters parameters)
    {
        if (parameters.IsRepeated("assertion"))
        {
            throw Invalid("A250301", "assertion is given more than once.");
        }

        var text = parameters.First("assertion");
        if (string.IsNullOrEmpty(text))
        {
            throw Invalid("A250302", "assertion is missing.");
        }

        var service = call.Service.Document;
        if (Jws.IsEncrypted(text))
        {
            return service.Flag("jwtGrantEncryptedJwtRejected") ? throw NotGranted("A160101", "The assertion is encrypted.") : text;
        }

        var jwt = Jws.Parse(text);
        if (jwt?.Claims is null)
        {
            throw NotGranted("A160202", "The assertion is not a JWT.");
        }

        if (jwt.Text("iss") is null)
        {
            throw NotGranted("A160204", "The assertion does not tell its issuer.");
        }

        if (jwt.Text("sub") is null)
        {
            throw NotGranted("A160204", "The assertion does not tell its subject.");
        }

        string?[] audiences = [service.Text("issuer"), service.Text("tokenEndpoint")];
        if (jwt.Audience?.Any(audiences.Contains) != true)
        {
            throw NotGranted("A314314", "The assertion is meant neither for the issuer nor for the token endpoint.");
        }

        if (jwt.Seconds("exp") is null)
        {
            throw NotGranted("A314305", "The assertion does not tell when it expires.");
        }

        if (JwtTimes.Fault(call, jwt) is var (code, fault))
        {
            throw NotGranted(code == JwtTimes.Expired ? "A314309" : code, $"The assertion {fault}.");
        }

        return jwt.Algorithm is null or "none" && service.Flag("jwtGrantUnsignedJwtRejected")
            ? throw NotGranted("A314310", "The assertion is not signed.")
            : text;
    }

    private static ProtocolException Invalid(string code, string text) => new(code, OAuthErrors.InvalidRequest, text);

    private static ProtocolException NotGranted(string code, string text) => new(code, OAuthErrors.InvalidGrant, text);
}
