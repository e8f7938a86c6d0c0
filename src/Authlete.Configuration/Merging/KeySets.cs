using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Merging;

/// <summary>Merges the JWK Sets of a service. Members of a file's key are merged into the key with the same <c>kid</c>, which keeps its private part.</summary>
internal static class KeySets
{
    private static readonly HashSet<string> s_private = new(StringComparer.Ordinal) { "d", "p", "q", "dp", "dq", "qi", "oth", "k" };

    // The members that identify the key itself. If they differ, it is another key with another private part.
    private static readonly string[] s_public = ["kty", "n", "e", "crv", "x", "y"];

    /// <summary>Returns a key set of the server; an empty one if there is none.</summary>
    public static JsonMembers Read(object? value) =>
        value as JsonMembers ?? (value is string text ? EmbeddedJson.Read(text) as JsonMembers : null) ?? [];

    /// <summary>Returns the merged key set. Keys of the file replace those of the server.</summary>
    /// <param name="live">The key set of the server.</param>
    /// <param name="file">The key set of the file.</param>
    /// <param name="removesOthers">Whether to remove the keys that the file doesn't have.</param>
    public static JsonMembers Merge(JsonMembers live, JsonMembers file, bool removesOthers)
    {
        var wanted = Keys(file).ToDictionary(key => IdOf(key) ?? "", StringComparer.Ordinal);
        var merged = new List<object?>();
        foreach (var key in Keys(live))
        {
            if (IdOf(key) is { } id && wanted.TryGetValue(id, out var change))
            {
                wanted.Remove(id);
                merged.Add(MergeKey(key, change));
            }
            else if (!removesOthers)
            {
                merged.Add(key);
            }
        }

        merged.AddRange(Keys(file).Where(key => wanted.ContainsKey(IdOf(key) ?? "")));
        var result = file.MergeOver(live);
        result["keys"] = merged;
        return result;
    }

    /// <summary>Returns the problems of merging a key set of a file into that of the server.</summary>
    public static IEnumerable<string> FindProblems(JsonMembers live, JsonMembers file)
    {
        if (file.Find("keys") is not List<object?> keys || keys.Any(key => key is not JsonMembers))
        {
            return ["isn't a JWK Set: it has no array named keys."];
        }

        var ids = Keys(file).Select(IdOf).ToList();
        return ids.Contains(null)
            ? ["contains a key without kid. Add kid to each key."]
            :
            [
                .. ids.GroupBy(id => id, StringComparer.Ordinal)
                    .Where(group => group.Count() > 1)
                    .Select(group => $"contains two keys with the kid {group.Key}."),
                .. Keys(file).Where(key => !HasPrivatePart(key)).SelectMany(key => FindProblem(Find(live, IdOf(key)!), key)),
            ];
    }

    private static IEnumerable<string> FindProblem(JsonMembers? live, JsonMembers key) =>
        live is null
            ? [$"contains the key {IdOf(key)} without its private part, and the server has no key with this kid. Add the private part."]
        : s_public.Any(name => key.ContainsKey(name) && !string.Equals(Text(key, name), Text(live, name), StringComparison.Ordinal))
            ?
            [
                $"contains a key {IdOf(key)} that differs from the server's and has no private part. Add the private part, or change the kid.",
            ]
        : [];

    /// <summary>Merges one key. A different key with the same ID doesn't keep members of the former key.</summary>
    private static JsonMembers MergeKey(JsonMembers live, JsonMembers change) => HasPrivatePart(change) ? change : change.MergeOver(live);

    private static bool HasPrivatePart(JsonMembers key) => key.Keys.Any(s_private.Contains);

    private static JsonMembers? Find(JsonMembers set, string id) => Keys(set).FirstOrDefault(key => IdOf(key) == id);

    private static IEnumerable<JsonMembers> Keys(JsonMembers set) => (set.Find("keys") as List<object?> ?? []).OfType<JsonMembers>();

    private static string? IdOf(JsonMembers key) => key.Find("kid") as string;

    private static string Text(JsonMembers key, string name) => StableJson.WriteCompact(key.Find(name));
}
