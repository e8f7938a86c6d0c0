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
internal static class DefaultDisplay
{
    private static readonly Dictionary<Type, string[]> s_names = new()
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
            "ResultMessage",
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
            "ResultMessage",
        ],
        [typeof(AuthletePkce)] = ["CodeChallenge", "CodeChallengeMethod"],
    };

    // The other answers: what they have of these.
    private static readonly string[] s_ofAnswers =
    [
        "Action",
        "ResultCode",
        "ResultMessage",
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

    private static readonly ConcurrentDictionary<Type, PSMemberSet?> s_ofTypes = new();
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> s_parts = new();

    /// <summary>Gives an object its default properties, and those of its parts that have some.</summary>
    public static void Attach(object item)
    {
        if (s_ofTypes.GetOrAdd(item.GetType(), static type => NamesOf(type) is { Length: > 0 } names ? NewSet(names) : null) is { } set)
        {
            // A copy is what is added.
            PSObject.AsPSObject(item).Members.Add(set, preValidated: true);
        }

        foreach (var part in s_parts.GetOrAdd(item.GetType(), PartsOf))
        {
            if (part.GetValue(item) is JsonView view)
            {
                UnknownMembers.Attach(view);
            }
        }
    }

    public static PSMemberSet NewSet(IEnumerable<string> names) =>
        new("PSStandardMembers", [new PSPropertySet("DefaultDisplayPropertySet", names)]);

    private static string[] NamesOf(Type type) =>
        s_names.TryGetValue(type, out var names) ? names
        : typeof(ApiResponse).IsAssignableFrom(type) ? s_ofAnswers.Where(name => type.GetProperty(name) is not null).ToArray()
        : [];

    private static PropertyInfo[] PartsOf(Type type) =>
        typeof(JsonView).IsAssignableFrom(type)
            ? type.GetProperties().Where(property => s_names.ContainsKey(property.PropertyType)).ToArray()
            : [];
}
