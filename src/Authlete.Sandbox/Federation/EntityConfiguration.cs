using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.Services;
using Authlete.Sandbox.State;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Authlete.Sandbox.Federation;

/// <summary>/federation/configuration: the entity configuration, signed with the federation key (OpenID Federation 1.0).</summary>
internal static class EntityConfiguration
{
    private const string MediaType = "entity-statement+jwt";
    private const long DefaultDuration = 86400;

    private static readonly JsonWebTokenHandler s_handler = new() { SetDefaultTimesOnTokenCreation = false };

    public static ApiAnswer Get(ApiCall call)
    {
        try
        {
            return call.Reply("A316001", "The entity configuration was made.", ApiActions.Ok).With("responseContent", Write(call));
        }
        catch (ProtocolException exception)
        {
            return call.ErrorReply(exception);
        }
    }

    private static string Write(ApiCall call)
    {
        var service = call.Service.Document;
        if (service.Text("federationJwks") is not { } text || !Json.TryParseObject(text, out var set))
        {
            throw ProtocolException.OfService("A316201", "The service has no JWK Set for the federation.");
        }

        if (!service.Flag("federationEnabled"))
        {
            throw new ProtocolException("A001223", "not_found", "The service does not take part in a federation.", ApiActions.NotFound);
        }

        var keyId = service.Text("federationSignatureKeyId");
        var key =
            new JsonWebKeySet(text).Keys.FirstOrDefault(key => (keyId is null || key.Kid == keyId) && key.HasPrivateKey && key.Use != "enc")
            ?? throw ProtocolException.OfService("A162203", "The JWK Set for the federation has no key to sign with.");
        var algorithm = Algorithm(key) ?? throw ProtocolException.OfService("A162109", "The sandbox cannot sign with the federation key.");
        var header = new Dictionary<string, object> { ["typ"] = MediaType };
        return s_handler.CreateToken(Json.Write(Payload(call, set)), new SigningCredentials(key, algorithm), header);
    }

    private static JsonObject Payload(ApiCall call, JsonObject set)
    {
        var service = call.Service.Document;
        var issuedAt = call.Now / 1000;
        var duration = service.Number("federationConfigurationDuration");
        var payload = new JsonObject
        {
            ["iss"] = call.Service.Issuer,
            ["sub"] = call.Service.Issuer,
            ["iat"] = issuedAt,
            ["exp"] = issuedAt + (duration > 0 ? duration : DefaultDuration),
            ["jwks"] = JwkSetDocument.PublicHalf(set),
        };
        var hints = service.Texts("authorityHints");
        if (hints.Count > 0)
        {
            payload["authority_hints"] = Json.Array(hints);
        }

        payload["metadata"] = new JsonObject { ["openid_provider"] = Provider(service) };
        return payload;
    }

    private static JsonObject Provider(Document service)
    {
        var metadata = DiscoveryDocument.Metadata(service);
        metadata["client_registration_types_supported"] = Json.Array(
            service.Texts("supportedClientRegistrationTypes").Select(type => type.ToLowerInvariant())
        );
        Add("federation_registration_endpoint", "federationRegistrationEndpoint");
        Add("organization_name", "organizationName");
        Add("signed_jwks_uri", "signedJwksUri");
        return metadata;

        void Add(string name, string member)
        {
            if (service.Text(member) is { } value)
            {
                metadata[name] = value;
            }
        }
    }

    private static string? Algorithm(JsonWebKey key) =>
        key switch
        {
            { Alg: { Length: > 0 } alg } when CryptoProviderFactory.Default.IsSupportedAlgorithm(alg, key) => alg,
            { Alg: { Length: > 0 } } => null,
            { Kty: JsonWebAlgorithmsKeyTypes.RSA } => SecurityAlgorithms.RsaSha256,
            { Crv: JsonWebKeyECTypes.P256 } => SecurityAlgorithms.EcdsaSha256,
            { Crv: JsonWebKeyECTypes.P384 } => SecurityAlgorithms.EcdsaSha384,
            { Crv: JsonWebKeyECTypes.P521 } => SecurityAlgorithms.EcdsaSha512,
            _ => null,
        };
}
