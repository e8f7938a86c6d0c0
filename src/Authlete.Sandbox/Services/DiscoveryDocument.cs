using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Services;

/// <summary>/service/configuration: the metadata of OpenID Connect Discovery and RFC 8414.</summary>
internal static class DiscoveryDocument
{
    private static readonly string[] s_asymmetric =
    [
        "RS256",
        "RS384",
        "RS512",
        "PS256",
        "PS384",
        "PS512",
        "ES256",
        "ES384",
        "ES512",
        "ES256K",
        "EdDSA",
    ];

    private static readonly string[] s_signing = ["HS256", "HS384", "HS512", .. s_asymmetric];

    private static readonly string[] s_keyManagement =
    [
        "RSA1_5",
        "RSA-OAEP",
        "RSA-OAEP-256",
        "ECDH-ES",
        "ECDH-ES+A128KW",
        "ECDH-ES+A192KW",
        "ECDH-ES+A256KW",
        "A128KW",
        "A192KW",
        "A256KW",
        "dir",
        "A128GCMKW",
        "A192GCMKW",
        "A256GCMKW",
        "PBES2-HS256+A128KW",
        "PBES2-HS384+A192KW",
        "PBES2-HS512+A256KW",
    ];

    private static readonly string[] s_contentEncryption =
    [
        "A128CBC-HS256",
        "A192CBC-HS384",
        "A256CBC-HS512",
        "A128GCM",
        "A192GCM",
        "A256GCM",
    ];

    /// <summary>The names of all algorithms, for signing and for encryption.</summary>
    public static IEnumerable<string> Algorithms => [.. s_signing, .. s_keyManagement, .. s_contentEncryption];

    public static ApiAnswer Get(ApiCall call)
    {
        var metadata = Metadata(call.Service.Document);
        if (call.Query.First("patch") is { Length: > 0 } patch)
        {
            metadata = Patched(call, metadata, patch);
        }

        return ApiAnswer.Of(metadata, call.Query.Flag("pretty"));
    }

    private static JsonObject Patched(ApiCall call, JsonObject metadata, string patch)
    {
        try
        {
            return JsonPatch.Apply(metadata, patch);
        }
        catch (FormatException exception)
        {
            throw call.Fail(400, "A000201", $"the patch cannot be applied: {exception.Message}.");
        }
    }

    public static JsonObject Metadata(Document service)
    {
        var metadata = new JsonObject();
        Text("issuer", "issuer");
        Text("authorization_endpoint", "authorizationEndpoint");
        Text("token_endpoint", "tokenEndpoint");
        Text("userinfo_endpoint", "userInfoEndpoint");
        Text("jwks_uri", "jwksUri");
        Text("registration_endpoint", "registrationEndpoint");
        Listed("scopes_supported", service.Objects("supportedScopes").Select(scope => scope.Text("name")!), whenEmpty: false);
        Listed("response_types_supported", service.Texts("supportedResponseTypes").Select(ResponseType));
        metadata["response_modes_supported"] = new JsonArray(
            "query",
            "fragment",
            "form_post",
            "query.jwt",
            "fragment.jwt",
            "form_post.jwt",
            "jwt"
        );
        Listed("grant_types_supported", service.Texts("supportedGrantTypes").Select(GrantType));
        Listed("acr_values_supported", service.Texts("supportedAcrs"), whenEmpty: false);
        metadata["subject_types_supported"] = new JsonArray("public", "pairwise");
        AlgorithmsFor("id_token", s_signing);
        AlgorithmsFor("userinfo", [.. s_signing, "none"]);
        AlgorithmsFor("request_object", s_signing);
        AlgorithmsFor("authorization", s_signing);
        ClientAuthentication("token", "supportedTokenAuthMethods");
        Listed("display_values_supported", LowerCase("supportedDisplays"));
        Listed("claim_types_supported", LowerCase("supportedClaimTypes"));
        Listed("claims_supported", service.Texts("supportedClaims"), whenEmpty: false);
        Text("service_documentation", "serviceDocumentation");
        Listed("claims_locales_supported", service.Texts("supportedClaimLocales"), whenEmpty: false);
        Listed("ui_locales_supported", service.Texts("supportedUiLocales"), whenEmpty: false);
        metadata["claims_parameter_supported"] = true;
        metadata["request_parameter_supported"] = true;
        metadata["request_uri_parameter_supported"] = true;
        metadata["require_request_uri_registration"] = true;
        Text("op_policy_uri", "policyUri");
        Text("op_tos_uri", "tosUri");
        if (Text("revocation_endpoint", "revocationEndpoint"))
        {
            ClientAuthentication("revocation", "supportedRevocationAuthMethods");
        }

        if (Text("introspection_endpoint", "introspectionEndpoint"))
        {
            ClientAuthentication("introspection", "supportedIntrospectionAuthMethods");
        }

        metadata["code_challenge_methods_supported"] = new JsonArray("plain", "S256");
        Flag("tls_client_certificate_bound_access_tokens", "tlsClientCertificateBoundAccessTokens");
        Text("device_authorization_endpoint", "deviceAuthorizationEndpoint");
        Text("backchannel_authentication_endpoint", "backchannelAuthenticationEndpoint");
        Listed("backchannel_token_delivery_modes_supported", LowerCase("supportedBackchannelTokenDeliveryModes"));
        Listed("backchannel_authentication_request_signing_alg_values_supported", s_asymmetric);
        Flag("backchannel_user_code_parameter_supported", "backchannelUserCodeParameterSupported");
        Text("pushed_authorization_request_endpoint", "pushedAuthReqEndpoint");
        Flag("require_pushed_authorization_requests", "parRequired");
        metadata["authorization_details_supported"] = true;
        Listed("authorization_details_types_supported", service.Texts("supportedAuthorizationDetailsTypes"), whenEmpty: false);
        metadata["verified_claims_supported"] = false;
        Listed("dpop_signing_alg_values_supported", s_asymmetric);
        Flag("require_signed_request_object", "requestObjectRequired");
        metadata["authorization_response_iss_parameter_supported"] = !service.Flag("issSuppressed");
        if (Text("grant_management_endpoint", "grantManagementEndpoint"))
        {
            metadata["grant_management_actions_supported"] = new JsonArray("create", "query", "replace", "revoke", "merge");
            Flag("grant_management_action_required", "grantManagementActionRequired");
        }

        if (service.Objects("mtlsEndpointAliases") is { Count: > 0 } aliases)
        {
            metadata["mtls_endpoint_aliases"] = new JsonObject(
                aliases.Select(alias => KeyValuePair.Create(alias.Text("name") ?? "", (JsonNode?)alias.Text("uri")))
            );
        }

        Text("end_session_endpoint", "endSessionEndpoint");
        return metadata;

        bool Text(string name, string member)
        {
            if (service.Text(member) is not { } value)
            {
                return false;
            }

            metadata[name] = value;
            return true;
        }

        void Flag(string name, string member) => metadata[name] = service.Flag(member);

        void Listed(string name, IEnumerable<string> values, bool whenEmpty = true)
        {
            var array = Json.Array(values);
            if (whenEmpty || array.Count > 0)
            {
                metadata[name] = array;
            }
        }

        IEnumerable<string> LowerCase(string member) => service.Texts(member).Select(LowerCased);

        void AlgorithmsFor(string subject, string[] signing)
        {
            Listed($"{subject}_signing_alg_values_supported", signing);
            Listed($"{subject}_encryption_alg_values_supported", s_keyManagement);
            Listed($"{subject}_encryption_enc_values_supported", s_contentEncryption);
        }

        void ClientAuthentication(string endpoint, string member)
        {
            Listed($"{endpoint}_endpoint_auth_methods_supported", LowerCase(member));
            Listed($"{endpoint}_endpoint_auth_signing_alg_values_supported", s_signing);
        }
    }

    public static string ResponseType(string name) =>
        name switch
        {
            "CODE_TOKEN" => "code token",
            "CODE_ID_TOKEN" => "code id_token",
            "ID_TOKEN_TOKEN" => "id_token token",
            "CODE_ID_TOKEN_TOKEN" => "code id_token token",
            _ => LowerCased(name),
        };

    public static string GrantType(string name) =>
        name switch
        {
            "CIBA" => "urn:openid:params:grant-type:ciba",
            "DEVICE_CODE" => "urn:ietf:params:oauth:grant-type:device_code",
            "TOKEN_EXCHANGE" => "urn:ietf:params:oauth:grant-type:token-exchange",
            "JWT_BEARER" => "urn:ietf:params:oauth:grant-type:jwt-bearer",
            _ => LowerCased(name),
        };

    private static string LowerCased(string name) => name.ToLowerInvariant();
}
