using System.Linq;
using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Json;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Fields;

/// <summary>Determines the role of a member in a configuration from the facts of the API.</summary>
internal static class FieldKinds
{
    /// <summary>The name of the member with a client's secret.</summary>
    public const string ClientSecret = "clientSecret";

    /// <summary>The name of the member with the alias of a client ID.</summary>
    public const string ClientIdAlias = "clientIdAlias";

    public static FieldKind Of(JsonShape shape, string name)
    {
        if (!IsKnown(shape, name))
        {
            return SecretNames.Contains(name) ? FieldKind.Suspect : FieldKind.Setting;
        }

        var traits = shape.TraitsOf(name);
        return traits switch
        {
            { IsSecret: true, HoldsJson: true } => FieldKind.KeySet,
            { IsSecret: true } when shape.Nested(name) is null => FieldKind.Secret,
            { IsReported: true } or { IsState: true } => FieldKind.ServerSet,
            _ when shape.ServerManaged.Contains(name) => FieldKind.ServerSet,
            _ => FieldKind.Setting,
        };
    }

    /// <summary>Whether a secret is writable, either in its object or, like a client secret, by a separate operation.</summary>
    public static bool CanBeSet(JsonShape shape, string name) => name == ClientSecret || !shape.ServerManaged.Contains(name);

    public static bool IsKnown(JsonShape shape, string name) => shape != JsonShape.Untyped && shape.Knows(name);

    /// <summary>Whether a key-value pair, such as an attribute, looks like a secret.</summary>
    public static bool IsSecretPair(JsonMembers pair) =>
        pair.Find("hidden") is true || (pair.Find("key") is string key && SecretNames.Contains(key));

    /// <summary>Whether a list item is a key-value pair that an export omits.</summary>
    public static bool IsWithheldPair(object? item) => item is JsonMembers pair && pair.ContainsKey("value") && IsSecretPair(pair);

    /// <summary>Whether a value can be a secret. Null and Booleans can't.</summary>
    public static bool CanBeSecret(object? value) => value is not (null or bool);
}
