using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Results;

namespace Authlete.PowerShell.Formatting;

/// <summary>The properties of an object that are shown by default. They contain no secrets.</summary>
internal static class DefaultNames
{
    /// <summary>A name for the case that nothing can be shown. If a set of names is empty, the engine shows all properties.</summary>
    public const string None = "(hidden)";

    private static readonly Dictionary<Type, string[]> s_namesByType = new()
    {
        [typeof(Client)] =
        [
            "ClientId",
            "ClientName",
            "Description",
            "ClientType",
            "ApplicationType",
            "TokenAuthMethod",
            "GrantTypes",
            "RedirectUris",
            "Locked",
            "CreatedAt",
            "ModifiedAt",
        ],
        [typeof(Service)] =
        [
            "ApiKey",
            "ServiceName",
            "Description",
            "Issuer",
            "SupportedGrantTypes",
            "AccessTokenDuration",
            "CreatedAt",
            "ModifiedAt",
        ],
        [typeof(AccessToken)] =
        [
            "ClientId",
            "Subject",
            "GrantType",
            "Scopes",
            "CreatedAt",
            "LastRefreshedAt",
            "AccessTokenExpiresAt",
            "RefreshTokenExpiresAt",
        ],
        [typeof(AuthorizationResponse)] =
        [
            "Action",
            "ResultCode",
            "DisplayMessage",
            "Display",
            "Prompts",
            "LowestPrompt",
            "MaxAge",
            "Acrs",
            "LoginHint",
            "UiLocales",
            "Scopes",
            "ClaimsLocales",
            "Claims",
        ],
        [typeof(IntrospectionResponse)] =
        [
            "Action",
            "ResultCode",
            "DisplayMessage",
            "Existent",
            "Usable",
            "Sufficient",
            "Refreshable",
            "ClientId",
            "Subject",
            "Scopes",
            "GrantType",
            "ExpiresAt",
        ],
        [typeof(JoseVerifyResponse)] =
        [
            "Valid",
            "SignatureValid",
            "MissingClaims",
            "InvalidClaims",
            "ErrorDescriptions",
            "ResultCode",
            "DisplayMessage",
        ],
        [typeof(Hsk)] = ["Handle", "HsmName", "Kid", "Kty", "Use", "Alg"],
        [typeof(InfoResponse)] = ["Version", "Features"],
        [typeof(ResultCode)] = ["Code", "Meaning", "Origin", "Action", "StatusCode", "Operations"],
        [typeof(AuthletePkce)] = ["CodeChallenge", "CodeChallengeMethod"],
        [typeof(AuthleteConnection)] =
        [
            "BaseUri",
            "ApiKey",
            "ServiceOwnerApiKey",
            "Source",
            "TimeoutSec",
            "MaximumRetryCount",
            "RetryIntervalSec",
            "Proxy",
            "NoProxy",
            "SkipCertificateCheck",
        ],
        [typeof(AuthleteCredentialTest)] =
        [
            "Valid",
            "Kind",
            "BaseUri",
            "ApiKey",
            "Issuer",
            "ServiceName",
            "Latency",
            "StatusCode",
            "ResultCode",
            "ResultMessage",
            "Reason",
        ],
        [typeof(ConfigurationImportResult)] = ["Kind", "Label", "Id", "Action", "Properties", "Status", "Message"],
        [typeof(ConfigurationDifference)] = ["Kind", "Label", "Id", "Property", "Reference", "Difference", "SideIndicator"],
        [typeof(ConfigurationFinding)] =
        [
            "Rule",
            "Title",
            "Severity",
            "Kind",
            "Target",
            "Outcome",
            "Message",
            "Property",
            "Recommendation",
            "Reference",
            "Uri",
            "File",
            "Line",
        ],
        [typeof(ConfigurationRule)] =
        [
            "Id",
            "Title",
            "Severity",
            "Kind",
            "Profile",
            "Description",
            "Reference",
            "Recommendation",
            "FalsePositives",
            "Uri",
        ],
    };

    // For all other responses, those of these properties that they have.
    private static readonly string[] s_responseNames =
    [
        "Action",
        "ResultCode",
        "DisplayMessage",
        "GrantType",
        "ClientId",
        "ClientName",
        "Subject",
        "Scopes",
        "Claims",
        "LatestGrantedScopes",
        "MergedGrantedScopes",
        "DeliveryMode",
        "BindingMessage",
        "VerificationUri",
        "TokenType",
        "ExpiresIn",
        "Interval",
        "ExpiresAt",
        "AccessTokenExpiresAt",
        "AccessTokenDuration",
        "RefreshTokenExpiresAt",
        "RefreshTokenDuration",
        "Count",
        "Handle",
        "Kid",
        "Alg",
    ];

    private static readonly ConcurrentDictionary<Type, string[]> s_cache = new();

    // Users of the server can't put text into these.
    private static readonly HashSet<string> s_withoutFreeText =
    [
        "Action",
        "ResultCode",
        "ClientId",
        "ClientType",
        "ApplicationType",
        "TokenAuthMethod",
        "TokenType",
        "GrantTypes",
        "SupportedGrantTypes",
        "DeliveryMode",
        "Locked",
        "CreatedAt",
        "ModifiedAt",
        "LastRefreshedAt",
        "ExpiresAt",
        "ExpiresIn",
        "Interval",
        "AccessTokenExpiresAt",
        "AccessTokenDuration",
        "RefreshTokenExpiresAt",
        "RefreshTokenDuration",
        "Count",
        "MaxAge",
        "Existent",
        "Usable",
        "Sufficient",
        "Refreshable",
        "Valid",
        "SignatureValid",
        "Latency",
        "StatusCode",
        "ApiKey",
        "Kind",
        "SideIndicator",
        "CodeChallenge",
        "CodeChallengeMethod",
    ];

    /// <summary>The names for copies of objects from a job or a file, by the name of the type. Types aren't examined, because that takes too long at import.</summary>
    public static IEnumerable<KeyValuePair<string, string[]>> OfCopies =>
        s_namesByType
            .Select(entry => new KeyValuePair<string, string[]>(entry.Key.FullName!, OfCopy(entry.Value)))
            .Append(new(typeof(ApiResponse).FullName!, ["ResultCode"]))
            .Append(new(typeof(JsonView).FullName!, []));

    /// <summary>The names that are shown of copies among other objects. There, the engine shows values unescaped.</summary>
    public static string[] OfCopy(IEnumerable<string> names) => [.. names.Where(s_withoutFreeText.Contains)];

    /// <summary>The names for a type. An untyped view has none, because its members vary.</summary>
    public static string[] Of(Type type) => s_cache.GetOrAdd(type, Find);

    private static string[] Find(Type type) =>
        type == typeof(JsonView) ? []
        : s_namesByType.TryGetValue(type, out var names) ? names
        : typeof(ApiResponse).IsAssignableFrom(type) ? [.. s_responseNames.Where(name => type.GetProperty(name) is not null)]
        : [.. FindHarmless(type).DefaultIfEmpty(None)];

    private static IEnumerable<string> FindHarmless(Type type)
    {
        var shape = typeof(JsonView).IsAssignableFrom(type) ? JsonShape.Of(type) : null;
        return type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Select(property => property.Name)
            .Where(name => !SecretNames.Contains(name) && shape?.TraitsOf(name).IsSecret != true);
    }
}
