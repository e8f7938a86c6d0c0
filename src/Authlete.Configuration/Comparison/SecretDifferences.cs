using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Json;
using Authlete.Configuration.Fields;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Comparison;

/// <summary>
/// Finds secrets of the reference side that are missing or different on the other side, without showing them. In key sets, compares only the
/// keys that the reference has.
/// </summary>
/// <param name="declaredOnly">Whether to compare only secrets that the reference has.</param>
internal sealed class SecretDifferences(bool declaredOnly)
{
    public IEnumerable<PropertyDifference> Find(JsonMembers reference, JsonMembers other, JsonShape shape) =>
        Find(reference, other, shape, "");

    private IEnumerable<PropertyDifference> Find(JsonMembers reference, JsonMembers other, JsonShape shape, string path) =>
        reference
            .Where(member => member.Value is not null && FieldKinds.CanBeSet(shape, member.Key))
            .SelectMany(member =>
            {
                var (place, traits, value) = (path + member.Key, shape.TraitsOf(member.Key), other.Find(member.Key));
                return (FieldKinds.Of(shape, member.Key), member.Value, value) switch
                {
                    (FieldKind.KeySet, JsonMembers left, null or JsonMembers) => FindInKeys(
                        ByKey(left.Find("keys"), "kid"),
                        ByKey((value as JsonMembers)?.Find("keys"), "kid"),
                        place
                    ),
                    (FieldKind.Setting, _, null) => [],
                    (FieldKind.Setting, JsonMembers left, JsonMembers right) => Find(
                        left,
                        right,
                        shape.Nested(member.Key) ?? JsonShape.Untyped,
                        place + "."
                    ),
                    (FieldKind.Setting, List<object?> left, List<object?> right) when traits.Key is { } key => FindInItems(
                        ByKey(left, key),
                        ByKey(right, key),
                        shape.Nested(member.Key) ?? JsonShape.Untyped,
                        place
                    ),
                    _ when AreEqual(member.Value, value) => [],
                    _ => [Masked(place, value is null ? PropertyDifference.OnlyReference : PropertyDifference.Unequal)],
                };
            });

    private IEnumerable<PropertyDifference> FindInItems(
        Dictionary<string, JsonMembers> reference,
        Dictionary<string, JsonMembers> other,
        JsonShape shape,
        string path
    ) =>
        reference
            .Where(item => other.ContainsKey(item.Key))
            .SelectMany(item => Find(Secrets(item.Value, shape), other[item.Key], shape, $"{path}[{item.Key}]."));

    /// <summary>The members without the one that identifies the item.</summary>
    private static JsonMembers Secrets(JsonMembers item, JsonShape shape)
    {
        var secrets = new JsonMembers();
        foreach (var member in item.Where(member => FieldKinds.Of(shape, member.Key) != FieldKind.Setting || member.Value is not string))
        {
            secrets[member.Key] = member.Value;
        }

        return secrets;
    }

    /// <summary>Compares only the members of a key that the reference has. If it has no private part, the server's private part is ignored.</summary>
    private IEnumerable<PropertyDifference> FindInKeys(
        Dictionary<string, JsonMembers> reference,
        Dictionary<string, JsonMembers> other,
        string path
    ) =>
        reference
            .Where(key =>
                !other.TryGetValue(key.Key, out var match) || key.Value.Any(member => !AreEqual(member.Value, match.Find(member.Key)))
            )
            .Select(key =>
                Masked($"{path}[{key.Key}]", other.ContainsKey(key.Key) ? PropertyDifference.Unequal : PropertyDifference.OnlyReference)
            )
            .Concat(
                other
                    .Keys.Where(key => !declaredOnly && !reference.ContainsKey(key))
                    .Select(key => Masked($"{path}[{key}]", PropertyDifference.OnlyDifference))
            );

    private static PropertyDifference Masked(string path, string sideIndicator) =>
        new(
            path,
            sideIndicator == PropertyDifference.OnlyDifference ? null : ShownValues.Mask,
            sideIndicator == PropertyDifference.OnlyReference ? null : ShownValues.Mask,
            sideIndicator
        );

    private static Dictionary<string, JsonMembers> ByKey(object? list, string key) =>
        (list as List<object?> ?? [])
            .OfType<JsonMembers>()
            .GroupBy(item => item.Find(key) as string ?? "", StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);

    private static bool AreEqual(object? left, object? right) =>
        string.Equals(StableJson.WriteCompact(left), StableJson.WriteCompact(right), StringComparison.Ordinal);
}
