using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.Configuration.Fields;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Placeholders;

/// <summary>
/// Creates the content of a file from live settings, and keeps the placeholders of the former file whose values are unchanged.
/// </summary>
/// <param name="values">The values of placeholders.</param>
internal sealed class PlaceholderKeeping(PlaceholderValues values)
{
    private readonly List<UnresolvedText> _kept = [];

    /// <summary>The texts that were kept although their placeholders have no value.</summary>
    public IReadOnlyList<UnresolvedText> KeptUnresolved => _kept;

    /// <summary>Returns the content of a new file, with literal texts escaped.</summary>
    public static JsonMembers Escape(JsonMembers live) => (JsonMembers)EscapeValue(live)!;

    /// <param name="former">The content of the former file.</param>
    /// <param name="live">The live settings.</param>
    /// <param name="type">The type of the object.</param>
    public JsonMembers Merge(JsonMembers former, JsonMembers live, Type type) =>
        Merge(former, new PlaceholderResolution(values).Resolve(former, type), live, JsonShape.Of(type));

    /// <summary>Merges the secrets of a file. Placeholders always stay.</summary>
    /// <param name="former">The former secrets.</param>
    /// <param name="live">The live secrets.</param>
    public static object? MergeSecrets(object? former, object? live) =>
        (former, live) switch
        {
            (string text, _) when Placeholder.IsIn(text) => text,
            (JsonMembers members, JsonMembers current) => MergeMembers(members, current),
            _ => EscapeValue(live),
        };

    private static JsonMembers MergeMembers(JsonMembers former, JsonMembers live)
    {
        var merged = new JsonMembers();
        foreach (var member in live)
        {
            merged[member.Key] = MergeSecrets(former.Find(member.Key), member.Value);
        }

        return merged;
    }

    private JsonMembers Merge(JsonMembers former, JsonMembers resolved, JsonMembers live, JsonShape shape)
    {
        var merged = new JsonMembers();
        foreach (var member in live)
        {
            merged[member.Key] = former.TryGetValue(member.Key, out var text)
                ? MergeValue(text, resolved.Find(member.Key), member.Value, shape, member.Key)
                : EscapeValue(member.Value);
        }

        foreach (var member in former.Where(member => !live.ContainsKey(member.Key) && HasPlaceholder(member.Value)))
        {
            if (FieldKinds.Of(shape, member.Key) is FieldKind.Secret or FieldKind.KeySet or FieldKind.Suspect)
            {
                merged[member.Key] = member.Value;
            }
            else if (FindUnresolved(resolved.Find(member.Key)) is { } unresolved)
            {
                merged[member.Key] = Keep(member.Value, unresolved);
            }
        }

        return merged;
    }

    private object? MergeValue(object? former, object? resolved, object? live, JsonShape shape, string name)
    {
        if (!HasPlaceholder(former))
        {
            return EscapeValue(live);
        }

        var traits = shape.TraitsOf(name);
        switch (former, live)
        {
            case (JsonMembers text, JsonMembers members) when resolved is JsonMembers values:
                return Merge(text, values, members, shape.Nested(name) ?? JsonShape.Untyped);
            case (List<object?> texts, List<object?> items) when resolved is List<object?> values:
                return MergeItems(texts, values, items, traits, shape.Nested(name) ?? JsonShape.Untyped);
            case var _ when FindUnresolved(resolved) is { } unresolved:
                return Keep(former, unresolved);
            default:
                return AreEqual(resolved, live, traits) ? former : EscapeValue(live);
        }
    }

    private object MergeItems(List<object?> former, List<object?> resolved, List<object?> live, MemberTraits traits, JsonShape shape)
    {
        var merged = new List<object?>();
        if (traits.List != ListOrder.Keyed && FindUnresolved(resolved) is { } unresolved)
        {
            // It is unknown which of the items the placeholder matches.
            return Keep(former, unresolved)!;
        }

        foreach (var item in live)
        {
            var key = ListSorting.KeyOf(item, traits);
            var at = resolved.FindIndex(candidate =>
                key is not null ? ListSorting.KeyOf(candidate, traits) == key : AreEqual(candidate, item, traits)
            );
            merged.Add(
                (at < 0, item) switch
                {
                    (true, _) => EscapeValue(item),
                    (_, JsonMembers members) when resolved[at] is JsonMembers values => Merge(
                        (JsonMembers)former[at]!,
                        values,
                        members,
                        shape
                    ),
                    _ => former[at],
                }
            );
        }

        return merged;
    }

    private object? Keep(object? former, UnresolvedText unresolved)
    {
        _kept.Add(unresolved);
        return former;
    }

    private static bool AreEqual(object? left, object? right, MemberTraits traits) =>
        FindUnresolved(left) is null && string.Equals(TextOf(left, traits), TextOf(right, traits), StringComparison.Ordinal);

    private static string TextOf(object? value, MemberTraits traits) =>
        StableJson.WriteCompact(value is List<object?> items ? ListSorting.Sort(items, traits) : value);

    private static UnresolvedText? FindUnresolved(object? value) =>
        value switch
        {
            UnresolvedText unresolved => unresolved,
            JsonMembers members => members.Values.Select(FindUnresolved).FirstOrDefault(found => found is not null),
            List<object?> items => items.Select(FindUnresolved).FirstOrDefault(found => found is not null),
            _ => null,
        };

    private static bool HasPlaceholder(object? value) =>
        value switch
        {
            string text => Placeholder.IsIn(text),
            JsonMembers members => members.Values.Any(HasPlaceholder),
            List<object?> items => items.Any(HasPlaceholder),
            _ => false,
        };

    private static object? EscapeValue(object? value)
    {
        switch (value)
        {
            case string text:
                return Placeholder.Escape(text);
            case JsonMembers members:
                var escaped = new JsonMembers();
                foreach (var member in members)
                {
                    escaped[member.Key] = EscapeValue(member.Value);
                }

                return escaped;
            case List<object?> items:
                return items.Select(EscapeValue).ToList();
            default:
                return value;
        }
    }
}
