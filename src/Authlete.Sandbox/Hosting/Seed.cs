using System.Globalization;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Clients;
using Authlete.Sandbox.Services;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Hosting;

/// <summary>Creates the initial objects: a service, a confidential web client, and a public native client.</summary>
internal sealed record Seed(ServiceRecord Service, ClientRecord ConfidentialClient, ClientRecord PublicClient)
{
    public static Seed Plant(Installation installation, string? serviceApiKey, string? serviceApiSecret, string jwkSet)
    {
        var apiKey = serviceApiKey is { } key ? long.Parse(key, NumberStyles.None, CultureInfo.InvariantCulture) : (long?)null;
        var now = installation.Clock.NowMilliseconds();
        var service = installation.AddService(
            (number, assignedKey) =>
            {
                var json = ServiceDefaults.Complete(SeededService(jwkSet), number, assignedKey, now);
                if (serviceApiSecret is not null)
                {
                    json["apiSecret"] = serviceApiSecret;
                }

                return json;
            },
            apiKey
        );
        return new Seed(
            service,
            installation.AddClient(service, (number, id) => ClientDefaults.Complete(WebClient(), service, number, id, now)),
            installation.AddClient(service, (number, id) => ClientDefaults.Complete(NativeClient(), service, number, id, now))
        );
    }

    private static JsonObject SeededService(string jwkSet) =>
        new()
        {
            ["serviceName"] = "Sandbox",
            ["issuer"] = "https://as.example.com",
            ["authorizationEndpoint"] = "https://as.example.com/authorization",
            ["tokenEndpoint"] = "https://as.example.com/token",
            ["revocationEndpoint"] = "https://as.example.com/revocation",
            ["introspectionEndpoint"] = "https://as.example.com/introspection",
            ["userInfoEndpoint"] = "https://as.example.com/userinfo",
            ["jwksUri"] = "https://as.example.com/jwks",
            ["jwks"] = jwkSet,
            ["accessTokenType"] = "Bearer",
            ["accessTokenDuration"] = 3600,
            ["refreshTokenDuration"] = 86400,
            ["idTokenDuration"] = 3600,
            ["authorizationResponseDuration"] = 600,
            ["clientIdAliasEnabled"] = true,
            ["dynamicRegistrationSupported"] = true,
            ["registrationEndpoint"] = "https://as.example.com/register",
            ["hsmEnabled"] = true,
            ["pushedAuthReqEndpoint"] = "https://as.example.com/par",
            ["pushedAuthReqDuration"] = 600,
            ["deviceAuthorizationEndpoint"] = "https://as.example.com/device_authorization",
            ["deviceVerificationUri"] = "https://as.example.com/device",
            ["deviceVerificationUriComplete"] = "https://as.example.com/device?user_code=USER_CODE",
            ["deviceFlowCodeDuration"] = 600,
            ["deviceFlowPollingInterval"] = 5,
            ["userCodeCharset"] = "BASE20",
            ["userCodeLength"] = 8,
            ["backchannelAuthenticationEndpoint"] = "https://as.example.com/bc-authorize",
            ["backchannelAuthReqIdDuration"] = 600,
            ["backchannelPollingInterval"] = 5,
            ["backchannelUserCodeParameterSupported"] = true,
            ["supportedBackchannelTokenDeliveryModes"] = new JsonArray("POLL", "PING", "PUSH"),
            ["grantManagementEndpoint"] = "https://as.example.com/grants",
            ["supportedAuthorizationDetailsTypes"] = new JsonArray("payment_initiation"),
            ["supportedGrantTypes"] = GrantTypes(),
            ["supportedResponseTypes"] = ResponseTypes(),
            ["supportedDisplays"] = new JsonArray("PAGE", "POPUP", "TOUCH", "WAP"),
            ["supportedTokenAuthMethods"] = AuthenticationMethods(),
            ["supportedRevocationAuthMethods"] = AuthenticationMethods(),
            ["supportedIntrospectionAuthMethods"] = new JsonArray("CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST"),
            ["supportedScopes"] = new JsonArray(
                Scope("openid", "OpenID Connect: who the user is."),
                Scope("profile", "The user's profile."),
                Scope("email", "The user's e-mail address."),
                Scope("address", "The user's postal address."),
                Scope("phone", "The user's telephone number."),
                Scope("offline_access", "Access while the user is away."),
                Scope("accounts", "Read the user's accounts."),
                Scope("payments", "Initiate payments for the user."),
                Scope("grant_management_query", "Read the user's grants."),
                Scope("grant_management_revoke", "Revoke the user's grants.")
            ),
            ["supportedClaims"] = Json.Array([
                "sub",
                "name",
                "given_name",
                "family_name",
                "middle_name",
                "nickname",
                "preferred_username",
                "profile",
                "picture",
                "website",
                "gender",
                "birthdate",
                "zoneinfo",
                "locale",
                "updated_at",
                "email",
                "email_verified",
                "address",
                "phone_number",
                "phone_number_verified",
            ]),
        };

    private static JsonObject WebClient() =>
        new()
        {
            ["clientName"] = "Sandbox web client",
            ["clientType"] = "CONFIDENTIAL",
            ["applicationType"] = "WEB",
            ["tokenAuthMethod"] = "CLIENT_SECRET_BASIC",
            ["grantTypes"] = GrantTypes(),
            ["responseTypes"] = ResponseTypes(),
            ["redirectUris"] = new JsonArray("https://client.example.com/callback"),
            ["bcDeliveryMode"] = "POLL",
            ["bcUserCodeRequired"] = false,
            ["authorizationDetailsTypes"] = new JsonArray("payment_initiation"),
        };

    private static JsonObject NativeClient() =>
        new()
        {
            ["clientName"] = "Sandbox native client",
            ["clientType"] = "PUBLIC",
            ["applicationType"] = "NATIVE",
            ["tokenAuthMethod"] = "NONE",
            ["grantTypes"] = new JsonArray(
                "AUTHORIZATION_CODE",
                "IMPLICIT",
                "PASSWORD",
                "CLIENT_CREDENTIALS",
                "REFRESH_TOKEN",
                "DEVICE_CODE"
            ),
            ["responseTypes"] = ResponseTypes(),
            ["redirectUris"] = new JsonArray("http://127.0.0.1/callback"),
        };

    /// <summary>TOKEN_EXCHANGE is missing because the vendor's C# library can't read a service or client that has it.</summary>
    private static JsonArray GrantTypes() =>
        new("AUTHORIZATION_CODE", "IMPLICIT", "PASSWORD", "CLIENT_CREDENTIALS", "REFRESH_TOKEN", "CIBA", "DEVICE_CODE");

    private static JsonArray AuthenticationMethods() =>
        new(
            "NONE",
            "CLIENT_SECRET_BASIC",
            "CLIENT_SECRET_POST",
            "CLIENT_SECRET_JWT",
            "PRIVATE_KEY_JWT",
            "TLS_CLIENT_AUTH",
            "SELF_SIGNED_TLS_CLIENT_AUTH"
        );

    private static JsonArray ResponseTypes() =>
        new("NONE", "CODE", "TOKEN", "ID_TOKEN", "CODE_TOKEN", "CODE_ID_TOKEN", "ID_TOKEN_TOKEN", "CODE_ID_TOKEN_TOKEN");

    private static JsonObject Scope(string name, string description) =>
        new()
        {
            ["name"] = name,
            ["description"] = description,
            ["defaultEntry"] = false,
        };
}
