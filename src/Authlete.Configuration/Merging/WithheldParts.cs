using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.Configuration.Fields;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Merging;

/// <summary>
/// Keeps parts of untyped values that an export omits because they look like secrets. A file can't contain them, so an import must not remove them.
/// </summary>
internal static class WithheldParts
{
    /// <summary>Returns the file's value with the omitted parts of the server's value.</summary>
    public static object? Keep(object? live, object? wanted)
    {
        switch (live, wanted)
        {
            case (JsonMembers whole, JsonMembers part):
                var kept = new JsonMembers();
                foreach (var member in part)
                {
                    kept[member.Key] = Keep(whole.Find(member.Key), member.Value);
                }

                foreach (var member in whole.Where(member => !part.ContainsKey(member.Key)))
                {
                    Add(kept, member.Key, member.Value);
                }

                return kept;
            case (List<object?> items, List<object?> parts):
                return KeepInItems(items, parts);
            default:
                return wanted;
        }
    }

    /// <summary>Returns the parts to keep of a value that is cleared; null for none.</summary>
    public static object? Of(object? live)
    {
        switch (live)
        {
            case JsonMembers members:
                var kept = new JsonMembers();
                foreach (var member in members)
                {
                    Add(kept, member.Key, member.Value);
                }

                return kept.Count > 0 ? kept : null;
            case List<object?> items:
                return items.Where(item => Of(item) is not null).ToList() is { Count: > 0 } withheld ? withheld : null;
            default:
                return null;
        }
    }

    private static void Add(JsonMembers kept, string name, object? value)
    {
        if (
            (FieldKinds.Of(JsonShape.Untyped, name) == FieldKind.Suspect && FieldKinds.CanBeSecret(value) ? value : Of(value)) is
            { } withheld
        )
        {
            kept[name] = withheld;
        }
    }

    /// <summary>Merges lists. An item is matched with one of the same meaning, or else with the one at the same index.</summary>
    private static List<object?> KeepInItems(List<object?> items, List<object?> wanted)
    {
        if (items.All(item => Of(item) is null))
        {
            return wanted;
        }

        var open = items.Select(item => (Item: item, Text: StableJson.WriteCompact(Plain(item)))).ToList();
        var same = wanted
            .Select(item =>
            {
                var text = StableJson.WriteCompact(item);
                var at = open.FindIndex(candidate => candidate.Text == text);
                var found = at < 0 ? null : open[at].Item;
                if (at >= 0)
                {
                    open[at] = (null, "");
                }

                return found;
            })
            .ToList();
        return [.. wanted.Select((item, at) => same[at] ?? Keep(at < open.Count ? open[at].Item : null, item))];
    }

    /// <summary>The value as an export writes it.</summary>
    private static object? Plain(object? value)
    {
        switch (value)
        {
            case JsonMembers members:
                var plain = new JsonMembers();
                foreach (
                    var member in members.Where(member =>
                        FieldKinds.Of(JsonShape.Untyped, member.Key) != FieldKind.Suspect || !FieldKinds.CanBeSecret(member.Value)
                    )
                )
                {
                    plain[member.Key] = Plain(member.Value);
                }

                return plain;
            case List<object?> items:
                return items.Select(Plain).ToList();
            default:
                return value;
        }
    }
}
