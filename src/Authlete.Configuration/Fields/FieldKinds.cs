using System.Linq;
using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Json;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Fields;

/// <summary>Tells from the facts of the API what a member is to a configuration.</summary>
internal static class FieldKinds
{
    /// <summary>The member with the secret of a client.</summary>
    public const string ClientSecret = "clientSecret";

    /// <summary>The member with the alias of a client's id.</summary>
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

    /// <summary>Whether a secret can be set: in the object that has it, or, as a client's secret, by an operation of its own.</summary>
    public static bool CanBeSet(JsonShape shape, string name) => name == ClientSecret || !shape.ServerManaged.Contains(name);

    public static bool IsKnown(JsonShape shape, string name) => shape != JsonShape.Untyped && shape.Knows(name);

    /// <summary>Whether a key with a value, such as an attribute, looks like a secret.</summary>
    public static bool IsSecretPair(JsonMembers pair) =>
        pair.Find("hidden") is true || (pair.Find("key") is string key && SecretNames.Contains(key));

    /// <summary>Whether an item of a list is a pair that an export leaves out.</summary>
    public static bool IsWithheldPair(object? item) => item is JsonMembers pair && pair.ContainsKey("value") && IsSecretPair(pair);

    /// <summary>Whether a value can be a secret: a Boolean can't.</summary>
    public static bool CanBeSecret(object? value) => value is not (null or bool);
}
