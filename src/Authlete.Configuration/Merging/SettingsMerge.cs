using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Json;
using Authlete.Configuration.Fields;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Merging;

/// <summary>
/// Merges the settings of a file into an object of the server. Keeps the members that the file doesn't have: secrets, unknown members, and,
/// unless the merge is exact, all others.
/// </summary>
/// <param name="isExact">Whether to clear settings that the file doesn't have. Clears only settings that an export writes.</param>
/// <param name="removesKeys">Whether to remove keys that the file's key set doesn't have.</param>
internal sealed class SettingsMerge(bool isExact, bool removesKeys)
{
    /// <summary>Returns the complete object to send.</summary>
    /// <param name="live">The object on the server.</param>
    /// <param name="file">The configuration in the file.</param>
    public JsonMembers Merge(ConfigurationObject live, ConfigurationObject file)
    {
        var shape = JsonShape.Of(file.Type);
        var whole = (JsonMembers)JsonTree.Read(live.View!.ToElement())!;
        PutSettings(whole, live.Settings, ApiForm.Of(file.Settings, shape), shape);
        PutSecrets(whole, file.Secrets, shape, removesKeys);
        return whole;
    }

    /// <summary>Returns a new object to send.</summary>
    /// <param name="file">The configuration in the file.</param>
    public static JsonMembers Create(ConfigurationObject file)
    {
        var shape = JsonShape.Of(file.Type);
        var whole = new JsonMembers();
        foreach (var member in ApiForm.Of(file.Settings, shape).Where(member => member.Value is not null))
        {
            whole[member.Key] = member.Value;
        }

        PutSecrets(whole, file.Secrets, shape, removesKeys: false);
        return whole;
    }

    private void PutSettings(JsonMembers target, JsonMembers exported, JsonMembers settings, JsonShape shape)
    {
        foreach (var member in settings)
        {
            if (member.Value is null)
            {
                target.Remove(member.Key);
            }
            else
            {
                target[member.Key] = PutValue(target.Find(member.Key), exported.Find(member.Key), member.Value, shape, member.Key);
            }
        }

        if (isExact)
        {
            foreach (var name in exported.Keys.Where(name => !settings.ContainsKey(name)))
            {
                Clear(target, name, exported.Find(name), shape);
            }
        }
    }

    /// <summary>Clears a setting, except for secrets in it.</summary>
    private void Clear(JsonMembers target, string name, object? exported, JsonShape shape)
    {
        var nested = shape.Nested(name) ?? JsonShape.Untyped;
        switch (target.Find(name))
        {
            case JsonMembers whole when ContainsSecret(whole, nested):
                PutSettings(whole, exported as JsonMembers ?? [], [], nested);
                break;
            case List<object?> items when ContainsSecret(items, nested):
                target[name] = items.Where(item => FieldKinds.IsWithheldPair(item) || ContainsSecret(item, nested)).ToList();
                break;
            case string text when shape.TraitsOf(name).HoldsJson && WithheldParts.Of(EmbeddedJson.Read(text)) is { } withheld:
                target[name] = StableJson.WriteCompact(withheld);
                break;
            default:
                target.Remove(name);
                break;
        }
    }

    private object PutValue(object? target, object? exported, object value, JsonShape shape, string name)
    {
        var (nested, traits) = (shape.Nested(name), shape.TraitsOf(name));
        switch (target, value)
        {
            case (JsonMembers whole, JsonMembers part) when nested is not null:
                PutSettings(whole, exported as JsonMembers ?? [], part, nested);
                return whole;
            case (List<object?> items, List<object?> wanted)
                when nested is not null
                    && traits.List == ListOrder.Keyed
                    && HaveUniqueKeys(items, traits)
                    && HaveUniqueKeys(wanted, traits):
                return wanted.Select(item => PutItem(items, exported as List<object?>, item, nested, traits)).ToList();
            case (List<object?> items, List<object?> wanted) when nested is not null:
                return KeepWithheld(items, wanted.Select(item => TakeEqual(items, item, nested)).ToList());
            case (List<object?> items, List<object?> wanted):
                return KeepWithheld(items, (List<object?>)WithheldParts.Keep(items, wanted)!);
            case (string text, string json) when traits.HoldsJson && EmbeddedJson.Read(json) is { } parts:
                return StableJson.WriteCompact(WithheldParts.Keep(EmbeddedJson.Read(text), parts));
            default:
                return WithheldParts.Keep(target, value)!;
        }
    }

    private object? PutItem(List<object?> items, List<object?>? exported, object? item, JsonShape shape, MemberTraits traits)
    {
        if (ListSorting.KeyOf(item, traits) is not { } key || FindItem(items, key, traits) is not { } whole)
        {
            return item;
        }

        PutSettings(whole, FindItem(exported, key, traits) ?? [], (JsonMembers)item!, shape);
        return whole;
    }

    /// <summary>Whether each item has a unique key.</summary>
    private static bool HaveUniqueKeys(List<object?> items, MemberTraits traits)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        return items.All(item => ListSorting.KeyOf(item, traits) is { } key && keys.Add(key));
    }

    /// <summary>Removes and returns the server's item with the same meaning, because it can have parts that a file can't; returns the file's item if there is none.</summary>
    private static object? TakeEqual(List<object?> items, object? item, JsonShape shape)
    {
        var meaning = MeaningOf(item, shape);
        var at = items.FindIndex(candidate => !FieldKinds.IsWithheldPair(candidate) && MeaningOf(candidate, shape) == meaning);
        if (at < 0)
        {
            return item;
        }

        var same = items[at];
        items.RemoveAt(at);
        return same;
    }

    private static string MeaningOf(object? item, JsonShape shape) =>
        SettingsMeaning.OfItem(
            JsonTree.ToElement(item is JsonMembers part ? ApiForm.Of(SettingsParts.Divide(part, shape, null).Settings, shape) : item),
            shape
        );

    /// <summary>Returns a list with the items that an export omits because they look like secrets.</summary>
    private static List<object?> KeepWithheld(List<object?> items, List<object?> wanted) =>
        [.. wanted, .. items.Where(item => FieldKinds.IsWithheldPair(item) && !wanted.Any(other => HaveSameKey(item, other)))];

    private static void PutSecrets(JsonMembers target, JsonMembers secrets, JsonShape shape, bool removesKeys)
    {
        foreach (var member in secrets.Where(member => member.Value is not null && !shape.ServerManaged.Contains(member.Key)))
        {
            var (name, traits) = (member.Key, shape.TraitsOf(member.Key));
            switch (FieldKinds.Of(shape, name), target.Find(name), member.Value)
            {
                case (FieldKind.KeySet, var current, JsonMembers keys):
                    target[name] = StableJson.WriteCompact(KeySets.Merge(KeySets.Read(current), keys, removesKeys));
                    break;
                case (FieldKind.Setting, JsonMembers whole, JsonMembers part):
                    PutSecrets(whole, part, shape.Nested(name) ?? JsonShape.Untyped, removesKeys);
                    break;
                case (FieldKind.Setting, List<object?> items, List<object?> parts):
                    foreach (var part in parts.OfType<JsonMembers>())
                    {
                        if (ListSorting.KeyOf(part, traits) is { } key && FindItem(items, key, traits) is { } item)
                        {
                            PutSecrets(item, part, shape.Nested(name) ?? JsonShape.Untyped, removesKeys);
                        }
                    }

                    break;
                case (FieldKind.Secret, _, _):
                    target[name] = member.Value;
                    break;
            }
        }
    }

    private static JsonMembers? FindItem(List<object?>? items, string key, MemberTraits traits) =>
        items?.FirstOrDefault(item => ListSorting.KeyOf(item, traits) == key) as JsonMembers;

    private static bool HaveSameKey(object? item, object? other) =>
        (item as JsonMembers)?.Find("key") is string key
        && string.Equals(key, (other as JsonMembers)?.Find("key") as string, StringComparison.Ordinal);

    private static bool ContainsSecret(object? value, JsonShape shape) =>
        value switch
        {
            JsonMembers members => members.Any(member =>
                (
                    FieldKinds.Of(shape, member.Key) is FieldKind.Secret or FieldKind.KeySet or FieldKind.Suspect
                    && FieldKinds.CanBeSecret(member.Value)
                ) || ContainsSecret(member.Value, shape.Nested(member.Key) ?? JsonShape.Untyped)
            ),
            List<object?> items => items.Any(item => FieldKinds.IsWithheldPair(item) || ContainsSecret(item, shape)),
            _ => false,
        };
}
