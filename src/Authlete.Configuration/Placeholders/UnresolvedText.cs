using System.Collections.Generic;
using System.Linq;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Placeholders;

/// <summary>A text with placeholders that have no value.</summary>
/// <param name="Path">The path of the member with the text.</param>
/// <param name="Placeholders">The placeholders without a value.</param>
internal sealed record UnresolvedText(string Path, IReadOnlyList<Placeholder> Placeholders)
{
    /// <summary>Returns the same members with null in place of such texts.</summary>
    public static JsonMembers ReplaceWithNull(JsonMembers members) => (JsonMembers)ReplaceInValue(members)!;

    /// <summary>Restores the texts in members that were created from the result of <see cref="ReplaceWithNull"/>.</summary>
    /// <param name="members">The members. They are modified.</param>
    /// <param name="original">The members with the texts.</param>
    public static JsonMembers Restore(JsonMembers members, JsonMembers original)
    {
        foreach (var member in original.Where(member => members.ContainsKey(member.Key)))
        {
            members[member.Key] = RestoreValue(members[member.Key], member.Value);
        }

        return members;
    }

    private static object? ReplaceInValue(object? value)
    {
        switch (value)
        {
            case UnresolvedText:
                return null;
            case List<object?> items:
                return items.Select(ReplaceInValue).ToList();
            case JsonMembers members:
                var blank = new JsonMembers();
                foreach (var member in members)
                {
                    blank[member.Key] = ReplaceInValue(member.Value);
                }

                return blank;
            default:
                return value;
        }
    }

    private static object? RestoreValue(object? value, object? original) =>
        (value, original) switch
        {
            (JsonMembers members, JsonMembers texts) => Restore(members, texts),
            (List<object?> items, List<object?> texts) when items.Count == texts.Count => items.Zip(texts, RestoreValue).ToList(),
            (_, UnresolvedText text) => text,

            // A string that contained JSON: restore it as a whole, because it can't be parsed.
            (string, JsonMembers or List<object?>) => FindFirst(original) ?? value,
            _ => value,
        };

    private static UnresolvedText? FindFirst(object? value) =>
        value switch
        {
            UnresolvedText text => text,
            JsonMembers members => members.Values.Select(FindFirst).FirstOrDefault(text => text is not null),
            List<object?> items => items.Select(FindFirst).FirstOrDefault(text => text is not null),
            _ => null,
        };
}
