using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Json;

namespace Authlete.Configuration.Comparison;

/// <summary>Finds settings that mean different things to the server.</summary>
/// <param name="declaredOnly">Whether to compare only settings that the reference has.</param>
internal sealed class SettingsDifferences(bool declaredOnly)
{
    public IEnumerable<PropertyDifference> Find(JsonElement reference, JsonElement other, JsonShape shape) =>
        Find(reference, other, shape, "", isInItem: false);

    private IEnumerable<PropertyDifference> Find(JsonElement reference, JsonElement other, JsonShape shape, string path, bool isInItem)
    {
        var names = NamesOf(reference);
        return (declaredOnly ? names : names.Union(NamesOf(other), StringComparer.Ordinal))
            .OrderBy(name => name, StringComparer.Ordinal)
            .SelectMany(name => FindInMember(Member(reference, name), Member(other, name), shape, path, name, isInItem));
    }

    private IEnumerable<PropertyDifference> FindInMember(
        JsonElement reference,
        JsonElement other,
        JsonShape shape,
        string path,
        string name,
        bool isInItem
    )
    {
        var (left, right) = (
            SettingsMeaning.OfMember(reference, shape, name, isInItem),
            SettingsMeaning.OfMember(other, shape, name, isInItem)
        );
        if (string.Equals(left, right, StringComparison.Ordinal))
        {
            return [];
        }

        var nested = shape.Nested(name);
        if (nested is not null && (reference.ValueKind, other.ValueKind) == (JsonValueKind.Object, JsonValueKind.Object))
        {
            return Find(reference, other, nested, path + name + ".", isInItem: false);
        }

        return
            nested is not null
            && shape.TraitsOf(name) is { List: ListOrder.Keyed, Key: { } key }
            && ByKey(reference, key) is { } referenceItems
            && ByKey(other, key) is { } otherItems
            ? FindInItems(referenceItems, otherItems, nested, path + name)
            : [Difference(path + name, reference, other, null)];
    }

    /// <summary>Compares lists. A list is one value, so an item that only the other side has is a difference even if only declared settings are compared.</summary>
    private IEnumerable<PropertyDifference> FindInItems(
        Dictionary<string, JsonElement> reference,
        Dictionary<string, JsonElement> other,
        JsonShape shape,
        string path
    ) =>
        reference
            .Keys.Union(other.Keys, StringComparer.Ordinal)
            .OrderBy(key => key, StringComparer.Ordinal)
            .SelectMany(key =>
            {
                var place = $"{path}[{key}]";
                return (reference.TryGetValue(key, out var left), other.TryGetValue(key, out var right)) == (true, true)
                    ? Find(left, right, shape, place + ".", isInItem: true)
                    : [Difference(place, left, right, shape)];
            });

    private static PropertyDifference Difference(string path, JsonElement reference, JsonElement other, JsonShape? shape) =>
        new(
            path,
            ShownTree.Of(reference),
            ShownTree.Of(other),
            IsNothing(other) ? PropertyDifference.OnlyReference
                : IsNothing(reference) ? PropertyDifference.OnlyDifference
                : PropertyDifference.Unequal
        );

    private static bool IsNothing(JsonElement value) => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>The items by key; null if the value isn't a list, or an item has no unique key.</summary>
    private static Dictionary<string, JsonElement>? ByKey(JsonElement list, string key)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var items = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var item in list.EnumerateArray())
        {
            // To the server, an empty key is the same as none.
            if (
                Member(item, key) is not { ValueKind: JsonValueKind.String } value
                || JsonValues.ToText(value) is not { Length: > 0 } text
                || items.ContainsKey(text)
            )
            {
                return null;
            }

            items[text] = item;
        }

        return items;
    }

    private static JsonElement Member(JsonElement parent, string name)
    {
        JsonElement value = default;
        return parent.ValueKind == JsonValueKind.Object && MemberLookup.TryGetMember(parent, name, out value) ? value : default;
    }

    private static IEnumerable<string> NamesOf(JsonElement value) => value.EnumerateObject().Select(MemberLookup.NameOf);
}
