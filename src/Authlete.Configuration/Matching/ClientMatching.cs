using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Authlete.Configuration.Fields;

namespace Authlete.Configuration.Matching;

/// <summary>Matches clients of another side with clients of the server: by ID, then by alias, then by name.</summary>
internal sealed class ClientMatching
{
    private readonly Dictionary<ConfigurationObject, ConfigurationObject> _matches = [];
    private readonly HashSet<ConfigurationObject> _matched = [];
    private readonly IReadOnlyList<ConfigurationObject> _references;
    private readonly IReadOnlyList<ConfigurationObject> _live;

    private ClientMatching(IReadOnlyList<ConfigurationObject> references, IReadOnlyList<ConfigurationObject> live) =>
        (_references, _live) = (references, live);

    /// <param name="references">The clients to match, each with a label, and with an ID if it is known.</param>
    /// <param name="live">The clients of the server.</param>
    /// <param name="areSame">Whether two clients without an ID, alias, or name have the same settings.</param>
    /// <returns>The pairs. Clients without a match have no partner.</returns>
    /// <exception cref="ConfigurationException">A name matches several clients.</exception>
    public static IReadOnlyList<(ConfigurationObject? Reference, ConfigurationObject? Live)> Match(
        IReadOnlyList<ConfigurationObject> references,
        IReadOnlyList<ConfigurationObject> live,
        Func<ConfigurationObject, ConfigurationObject, bool> areSame
    )
    {
        var matching = new ClientMatching(references, live);
        matching.MatchById();
        matching.MatchByAlias();
        matching.MatchByName();
        matching.MatchNameless(areSame);
        return
        [
            .. references.Select(reference => ((ConfigurationObject?)reference, matching.Find(reference))),
            .. live.Where(client => !matching._matched.Contains(client))
                .Select(client => ((ConfigurationObject?)null, (ConfigurationObject?)client)),
        ];
    }

    private void MatchById()
    {
        var byId = _live.ToDictionary(client => client.Id!.Value);
        foreach (var reference in _references)
        {
            if (reference.Id is { } id && byId.TryGetValue(id, out var client))
            {
                Add(reference, client);
            }
        }
    }

    private void MatchByAlias()
    {
        var byAlias = Open(_live)
            .Where(client => client.Alias is not null)
            .GroupBy(client => client.Alias!)
            .ToDictionary(group => group.Key, group => group.First());
        foreach (var reference in OpenReferences().Where(reference => reference.Alias is not null).ToList())
        {
            if (byAlias.TryGetValue(reference.Alias!, out var client) && !_matched.Contains(client))
            {
                Add(reference, client);
            }
        }
    }

    private void MatchByName()
    {
        var problems = new List<ConfigurationException>();
        var live = Open(_live).ToLookup(client => client.Name ?? "", StringComparer.Ordinal);
        foreach (
            var group in OpenReferences()
                .GroupBy(reference => reference.Name ?? "", StringComparer.Ordinal)
                .Where(group => group.Key.Length > 0)
                .ToList()
        )
        {
            var candidates = live[group.Key].ToList();
            if (candidates.Count == 1 && group.Count() == 1)
            {
                Add(group.Single(), candidates[0]);
            }
            else if (candidates.Count > 0)
            {
                problems.Add(
                    new ConfigurationException(
                        ConfigurationProblem.AmbiguousClient,
                        $"It isn't clear which client belongs to {Join(group.Select(reference => reference.Label))}, because the names are equal: {Join(candidates.Select(Describe))}. Add the client ID to ids.json."
                    )
                );
            }
        }

        ConfigurationException.ThrowIfAny(problems);
    }

    /// <summary>Matches clients without a name by their settings, so that a client whose creation was interrupted isn't created twice.</summary>
    private void MatchNameless(Func<ConfigurationObject, ConfigurationObject, bool> areSame)
    {
        foreach (var reference in OpenReferences().Where(IsNameless).ToList())
        {
            if (Open(_live).FirstOrDefault(client => IsNameless(client) && areSame(reference, client)) is { } same)
            {
                Add(reference, same);
            }
        }
    }

    private static bool IsNameless(ConfigurationObject client) => client is { Alias: null, Name: null or "" };

    private void Add(ConfigurationObject reference, ConfigurationObject client)
    {
        _matches[reference] = client;
        _matched.Add(client);
    }

    private ConfigurationObject? Find(ConfigurationObject reference) => _matches.TryGetValue(reference, out var client) ? client : null;

    private IEnumerable<ConfigurationObject> OpenReferences() =>
        // A client with a known ID isn't matched otherwise, even if it no longer exists.
        _references.Where(reference => reference.Id is null && !_matches.ContainsKey(reference));

    private IEnumerable<ConfigurationObject> Open(IEnumerable<ConfigurationObject> clients) =>
        clients.Where(client => !_matched.Contains(client));

    private static string Describe(ConfigurationObject client) => "client " + client.Id?.ToString(CultureInfo.InvariantCulture);

    private static string Join(IEnumerable<string?> names) => string.Join(" and ", names);
}
