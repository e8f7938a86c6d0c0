using System;
using System.Collections.Generic;
using System.Linq;

namespace Authlete.Sandbox.Services;

/// <summary>A member of client metadata (RFC 7591, section 2) and the corresponding field of the client.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Field">The client's field.</param>
/// <param name="Kind">How its value is written.</param>
/// <param name="LocalizedField">The field for its values in particular languages, such as <c>client_name#ja</c>.</param>
internal sealed record MetadataMember(string Name, string Field, MetadataKind Kind, string? LocalizedField = null)
{
    public static IReadOnlyList<MetadataMember> All { get; } =
    [
        new("client_name", "clientName", MetadataKind.Text, "clientNames"),
        new("client_uri", "clientUri", MetadataKind.Uri, "clientUris"),
        new("logo_uri", "logoUri", MetadataKind.Uri, "logoUris"),
        new("tos_uri", "tosUri", MetadataKind.Uri, "tosUris"),
        new("policy_uri", "policyUri", MetadataKind.Uri, "policyUris"),
        new("contacts", "contacts", MetadataKind.Texts),
        new("application_type", "applicationType", MetadataKind.Name),
        new("redirect_uris", "redirectUris", MetadataKind.Uris),
        new("grant_types", "grantTypes", MetadataKind.GrantTypes),
        new("response_types", "responseTypes", MetadataKind.ResponseTypes),
        new("token_endpoint_auth_method", "tokenAuthMethod", MetadataKind.Name),
        new("token_endpoint_auth_signing_alg", "tokenAuthSignAlg", MetadataKind.Algorithm),
        new("jwks_uri", "jwksUri", MetadataKind.Uri),
        new("jwks", "jwks", MetadataKind.JwkSet),
        new("software_id", "softwareId", MetadataKind.Text),
        new("software_version", "softwareVersion", MetadataKind.Text),
        new("subject_type", "subjectType", MetadataKind.Name),
        new("sector_identifier_uri", "sectorIdentifierUri", MetadataKind.HttpsUri),
        new("id_token_signed_response_alg", "idTokenSignAlg", MetadataKind.Algorithm),
        new("id_token_encrypted_response_alg", "idTokenEncryptionAlg", MetadataKind.Algorithm),
        new("id_token_encrypted_response_enc", "idTokenEncryptionEnc", MetadataKind.Algorithm),
        new("userinfo_signed_response_alg", "userInfoSignAlg", MetadataKind.Algorithm),
        new("userinfo_encrypted_response_alg", "userInfoEncryptionAlg", MetadataKind.Algorithm),
        new("userinfo_encrypted_response_enc", "userInfoEncryptionEnc", MetadataKind.Algorithm),
        new("request_object_signing_alg", "requestSignAlg", MetadataKind.Algorithm),
        new("request_object_encryption_alg", "requestEncryptionAlg", MetadataKind.Algorithm),
        new("request_object_encryption_enc", "requestEncryptionEnc", MetadataKind.Algorithm),
        new("authorization_signed_response_alg", "authorizationSignAlg", MetadataKind.Algorithm),
        new("authorization_encrypted_response_alg", "authorizationEncryptionAlg", MetadataKind.Algorithm),
        new("authorization_encrypted_response_enc", "authorizationEncryptionEnc", MetadataKind.Algorithm),
        new("default_max_age", "defaultMaxAge", MetadataKind.Integer),
        new("default_acr_values", "defaultAcrs", MetadataKind.Texts),
        new("require_auth_time", "authTimeRequired", MetadataKind.Boolean),
        new("initiate_login_uri", "loginUri", MetadataKind.HttpsUri),
        new("request_uris", "requestUris", MetadataKind.Uris),
        new("tls_client_auth_subject_dn", "tlsClientAuthSubjectDn", MetadataKind.Text),
        new("tls_client_auth_san_dns", "tlsClientAuthSanDns", MetadataKind.Text),
        new("tls_client_auth_san_uri", "tlsClientAuthSanUri", MetadataKind.Text),
        new("tls_client_auth_san_ip", "tlsClientAuthSanIp", MetadataKind.Text),
        new("tls_client_auth_san_email", "tlsClientAuthSanEmail", MetadataKind.Text),
        new("tls_client_certificate_bound_access_tokens", "tlsClientCertificateBoundAccessTokens", MetadataKind.Boolean),
        new("dpop_bound_access_tokens", "dpopRequired", MetadataKind.Boolean),
        new("backchannel_token_delivery_mode", "bcDeliveryMode", MetadataKind.Name),
        new("backchannel_client_notification_endpoint", "bcNotificationEndpoint", MetadataKind.HttpsUri),
        new("backchannel_authentication_request_signing_alg", "bcRequestSignAlg", MetadataKind.Algorithm),
        new("backchannel_user_code_parameter", "bcUserCodeRequired", MetadataKind.Boolean),
        new("require_pushed_authorization_requests", "parRequired", MetadataKind.Boolean),
        new("require_signed_request_object", "requestObjectRequired", MetadataKind.Boolean),
        new("authorization_details_types", "authorizationDetailsTypes", MetadataKind.Texts),
        new("organization_name", "organizationName", MetadataKind.Text),
        new("signed_jwks_uri", "signedJwksUri", MetadataKind.HttpsUri),
    ];

    /// <summary>Other members of requests and responses, which have no field.</summary>
    private static readonly string[] s_others =
    [
        "client_id",
        "client_secret",
        "client_id_issued_at",
        "client_secret_expires_at",
        "registration_access_token",
        "registration_client_uri",
        "scope",
        "software_statement",
    ];

    /// <summary>Whether the protocol reserves the name, so that custom metadata can't use it.</summary>
    public static bool IsReserved(string name) => s_others.Contains(name) || All.Any(member => member.Name == name);

    public bool IsLocalized(string name) => LocalizedField is not null && name.StartsWith(Name + "#", StringComparison.Ordinal);
}
