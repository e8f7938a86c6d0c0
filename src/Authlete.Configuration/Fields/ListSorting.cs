using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Fields;

/// <summary>Sorts lists whose order doesn't matter.</summary>
internal static class ListSorting
{
    public static List<object?> Sort(List<object?> items, MemberTraits traits) =>
        traits.List switch
        {
            ListOrder.Set => [.. items.OrderBy(StableJson.WriteCompact, StringComparer.Ordinal)],
            ListOrder.Keyed =>
            [
                .. items
                    .OrderBy(item => KeyOf(item, traits) ?? "", StringComparer.Ordinal)
                    .ThenBy(StableJson.WriteCompact, StringComparer.Ordinal),
            ],
            _ => items,
        };

    /// <summary>Returns the key of an item of a keyed list; null if it has none, or an empty one, which means the same to the server.</summary>
    public static string? KeyOf(object? item, MemberTraits traits) =>
        traits.Key is { } key && item is JsonMembers members && members.Find(key) is string { Length: > 0 } text ? text : null;
}
