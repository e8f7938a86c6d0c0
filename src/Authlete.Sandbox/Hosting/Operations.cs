using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Authorization;
using Authlete.Sandbox.Backchannel;
using Authlete.Sandbox.Clients;
using Authlete.Sandbox.Device;
using Authlete.Sandbox.Federation;
using Authlete.Sandbox.GrantManagement;
using Authlete.Sandbox.Hsk;
using Authlete.Sandbox.Registration;
using Authlete.Sandbox.Scopes;
using Authlete.Sandbox.Services;
using Authlete.Sandbox.State;
using Authlete.Sandbox.TokenEndpoint;
using Authlete.Sandbox.Tokens;
using Authlete.Sandbox.Verification;

namespace Authlete.Sandbox.Hosting;

/// <summary>The operations that the sandbox implements, by their ID in the facts. Others respond as if they were off.</summary>
internal static class Operations
{
    private const string Info = "info_api";
    private const string Echo = "misc_echo_api";

    /// <summary>The names of features, with one operation each. Federation is missing because trust chains can't be resolved.</summary>
    private static readonly (string Name, string Operation)[] s_features =
    [
        ("ciba", "backchannel_authentication_api"),
        ("dcr", "client_registration_api"),
        ("deviceflow", "device_authorization_api"),
        ("gm", "grant_m_api"),
        ("hsm", "hsk_create_api"),
    ];

    private static readonly FrozenDictionary<string, Func<ApiCall, ApiAnswer>> s_handlers = new Dictionary<string, Func<ApiCall, ApiAnswer>>
    {
        ["auth_authorization_api"] = AuthorizationEndpoint.Authorize,
        ["auth_authorization_issue_api"] = AuthorizationEndpoint.Issue,
        ["auth_authorization_fail_api"] = AuthorizationEndpoint.Fail,
        ["pushed_auth_req_api"] = PushedAuthorizationEndpoint.Push,
        ["auth_token_api"] = TokenRequests.Answer,
        ["auth_token_issue_api"] = PasswordDecision.Issue,
        ["auth_token_fail_api"] = PasswordDecision.Fail,
        ["auth_introspection_api"] = IntrospectionEndpoint.Introspect,
        ["auth_introspection_standard_api"] = StandardIntrospectionEndpoint.Introspect,
        ["auth_revocation_api"] = RevocationEndpoint.Revoke,
        ["auth_userinfo_api"] = UserInfoEndpoint.Request,
        ["auth_userinfo_issue_api"] = UserInfoEndpoint.Issue,
        ["auth_token_get_list_api"] = TokenOperations.List,
        ["auth_token_create_api"] = TokenCreation.Create,
        ["auth_token_update_api"] = TokenOperations.Update,
        ["auth_token_delete_api"] = TokenOperations.Delete,
        ["auth_token_revoke_api"] = TokenOperations.Revoke,
        ["device_authorization_api"] = DeviceAuthorizationEndpoint.Authorize,
        ["device_verification_api"] = DeviceDecision.Verify,
        ["device_complete_api"] = DeviceDecision.Complete,
        ["backchannel_authentication_api"] = BackchannelAuthenticationEndpoint.Authenticate,
        ["backchannel_authentication_issue_api"] = BackchannelAuthenticationEndpoint.Issue,
        ["backchannel_authentication_fail_api"] = BackchannelAuthenticationEndpoint.Fail,
        ["backchannel_authentication_complete_api"] = BackchannelCompletion.Complete,
        ["grant_m_api"] = GrantManagementEndpoint.Manage,
        ["service_get_api"] = ServiceOperations.Get,
        ["service_get_list_api"] = ServiceOperations.List,
        ["service_create_api"] = ServiceOperations.Create,
        ["service_update_api"] = ServiceOperations.Update,
        ["service_delete_api"] = ServiceOperations.Delete,
        ["service_configuration_api"] = DiscoveryDocument.Get,
        ["service_jwks_get_api"] = JwkSetDocument.Get,
        ["client_get_api"] = ClientOperations.Get,
        ["client_get_list_api"] = ClientOperations.List,
        ["client_create_api"] = ClientOperations.Create,
        ["client_update_api"] = ClientOperations.Update,
        ["client_delete_api"] = ClientOperations.Delete,
        ["client_flag_update_api"] = ClientOperations.UpdateLockFlag,
        ["client_secret_refresh_api"] = ClientSecretOperations.Refresh,
        ["client_secret_update_api"] = ClientSecretOperations.Update,
        ["client_authorization_get_list_api"] = ClientAuthorizations.List,
        ["client_authorization_update_api"] = ClientAuthorizations.Update,
        ["client_authorization_delete_api"] = ClientAuthorizations.Delete,
        ["client_granted_scopes_get_api"] = GrantedScopesOperations.Get,
        ["client_granted_scopes_delete_api"] = GrantedScopesOperations.Delete,
        ["client_extension_requestables_scopes_get_api"] = RequestableScopes.Get,
        ["client_extension_requestables_scopes_update_api"] = RequestableScopes.Update,
        ["client_extension_requestables_scopes_delete_api"] = RequestableScopes.Delete,
        ["client_registration_api"] = RegistrationEndpoint.Register,
        ["client_registration_get_api"] = RegistrationEndpoint.Get,
        ["client_registration_update_api"] = RegistrationEndpoint.Update,
        ["client_registration_delete_api"] = RegistrationEndpoint.Delete,
        ["hsk_create_api"] = HskOperations.Create,
        ["hsk_get_api"] = HskOperations.Get,
        ["hsk_get_list_api"] = HskOperations.List,
        ["hsk_delete_api"] = HskOperations.Delete,
        ["federation_configuration_api"] = EntityConfiguration.Get,
        ["federation_registration_api"] = ExplicitRegistration.Register,
        ["jose_verify_api"] = JoseVerification.Verify,
        ["idtoken_reissue_api"] = IdTokenReissue.Reissue,
        [Info] = Describe,
        [Echo] = SendBack,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Func<ApiCall, ApiAnswer>? Find(string operationId) => s_handlers.GetValueOrDefault(operationId);

    /// <summary>Whether the operation is open to callers without credentials.</summary>
    public static bool IsAnonymous(string operationId) => operationId is Info or Echo;

    private static ApiAnswer Describe(ApiCall call) =>
        ApiAnswer.Of(
            new JsonObject
            {
                ["version"] = "2.3.0",
                ["features"] = Json.Array(
                    s_features.Where(feature => s_handlers.ContainsKey(feature.Operation)).Select(feature => feature.Name)
                ),
            }
        );

    private static ApiAnswer SendBack(ApiCall call) =>
        ApiAnswer.Of(new JsonObject(call.Query.Names.Select(name => KeyValuePair.Create(name, (JsonNode?)call.Query.First(name)))));
}
