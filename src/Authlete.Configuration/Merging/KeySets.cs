using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Merging;

/// <summary>JWK sets of a service: what a file says of a key is put into the key with the same <c>kid</c>, which keeps its private part.</summary>
internal static class KeySets
{
    private static readonly HashSet<string> s_private = new(StringComparer.Ordinal) { "d", "p", "q", "dp", "dq", "qi", "oth", "k" };

    // What makes a key this key: with other values it is another one, whose private part is another one too.
    private static readonly string[] s_public = ["kty", "n", "e", "crv", "x", "y"];

    /// <summary>A key set of the server; empty if there is none.</summary>
    public static JsonMembers Read(object? value) =>
        value as JsonMembers ?? (value is string text ? EmbeddedJson.Read(text) as JsonMembers : null) ?? [];

    /// <summary>The keys of a set, those of a file in the place of those of the server.</summary>
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
                merged.Add(Put(key, change));
            }
            else if (!removesOthers)
            {
                merged.Add(key);
            }
        }

        merged.AddRange(Keys(file).Where(key => wanted.ContainsKey(IdOf(key) ?? "")));
        var result = file.Over(live);
        result["keys"] = merged;
        return result;
    }

    /// <summary>What is wrong with a key set of a file, given the one of the server.</summary>
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

    /// <summary>The key with what the file says. Another key with the same id takes nothing over from the former.</summary>
    private static JsonMembers Put(JsonMembers live, JsonMembers change) => HasPrivatePart(change) ? change : change.Over(live);

    private static bool HasPrivatePart(JsonMembers key) => key.Keys.Any(s_private.Contains);

    private static JsonMembers? Find(JsonMembers set, string id) => Keys(set).FirstOrDefault(key => IdOf(key) == id);

    private static IEnumerable<JsonMembers> Keys(JsonMembers set) => (set.Find("keys") as List<object?> ?? []).OfType<JsonMembers>();

    private static string? IdOf(JsonMembers key) => key.Find("kid") as string;

    private static string Text(JsonMembers key, string name) => StableJson.WriteCompact(key.Find(name));
}
