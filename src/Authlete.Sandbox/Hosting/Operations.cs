using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Authorization;
using Authlete.Sandbox.Clients;
using Authlete.Sandbox.Services;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Hosting;

/// <summary>The operations that the sandbox plays, by the id in the facts. The others are answered as switched off.</summary>
internal static class Operations
{
    private const string Info = "info_api";
    private const string Echo = "misc_echo_api";

    private static readonly FrozenDictionary<string, Func<ApiCall, ApiAnswer>> Handlers =
        new Dictionary<string, Func<ApiCall, ApiAnswer>>
        {
            ["auth_authorization_api"] = AuthorizationEndpoint.Authorize,
            ["auth_authorization_issue_api"] = AuthorizationEndpoint.Issue,
            ["auth_authorization_fail_api"] = AuthorizationEndpoint.Fail,
            ["auth_token_api"] = TokenEndpoint.Request,
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
            [Info] = Describe,
            [Echo] = SendBack,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Func<ApiCall, ApiAnswer>? Find(string operationId) => Handlers.GetValueOrDefault(operationId);

    /// <summary>Whether the operation is open to callers without credentials.</summary>
    public static bool IsAnonymous(string operationId) => operationId is Info or Echo;

    private static ApiAnswer Describe(ApiCall call) => ApiAnswer.Of(new JsonObject
    {
        ["version"] = "2.3.0",
        ["features"] = new JsonArray(),
    });

    private static ApiAnswer SendBack(ApiCall call) =>
        ApiAnswer.Of(new JsonObject(call.Query.Names.Select(name => KeyValuePair.Create(name, (JsonNode?)call.Query.First(name)))));
}
