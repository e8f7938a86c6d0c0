using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Formatting;

/// <summary>
/// What is shown of an object that may hold secrets where no view of the format file is asked: by Format-List, and among objects of other types.
/// </summary>
/// <remarks>
/// It hangs on the object. A types file costs time at import and is an error when the module is imported from a second folder in a session;
/// views marked as out of band leave Format-List and Format-Table no say in what to show.
/// </remarks>
internal static class DefaultProperties
{
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
        // No secret among all its properties, and asked for by the thousand.
        [typeof(IntrospectionResponse)] = [],
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
        [typeof(AuthletePkce)] = ["CodeChallenge", "CodeChallengeMethod"],
    };

    // The other answers: what they have of these.
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

    private static readonly ConcurrentDictionary<Type, PSMemberSet?> s_sets = new();
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> s_partProperties = new();

    /// <summary>Adds the default properties of the object's type.</summary>
    public static void Add(object item)
    {
        if (s_sets.GetOrAdd(item.GetType(), static type => FindNames(type) is { Length: > 0 } names ? NewSet(names) : null) is { } set)
        {
            // A copy is what is added.
            PSObject.AsPSObject(item).Members.Add(set, preValidated: true);
        }
    }

    /// <summary>The properties that hold views with default properties of their own.</summary>
    public static PropertyInfo[] GetPartProperties(Type type) => s_partProperties.GetOrAdd(type, FindPartProperties);

    public static PSMemberSet NewSet(IEnumerable<string> names) =>
        new("PSStandardMembers", [new PSPropertySet("DefaultDisplayPropertySet", names)]);

    private static string[] FindNames(Type type) =>
        s_namesByType.TryGetValue(type, out var names) ? names
        : typeof(ApiResponse).IsAssignableFrom(type) ? s_responseNames.Where(name => type.GetProperty(name) is not null).ToArray()
        : [];

    private static PropertyInfo[] FindPartProperties(Type type) =>
        typeof(JsonView).IsAssignableFrom(type)
            ? type.GetProperties().Where(property => s_namesByType.ContainsKey(property.PropertyType)).ToArray()
            : [];
}
