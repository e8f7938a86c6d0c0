using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Changes;
using Authlete.Configuration.Comparison;
using Authlete.Configuration.Fields;
using Authlete.Configuration.Folder;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Planning;

/// <summary>Creates the plan of an import. Makes no calls, so that all problems are found before anything changes.</summary>
/// <param name="folder">The folder.</param>
/// <param name="live">The service and its clients on the server.</param>
/// <param name="options">The options of the import.</param>
internal sealed class ImportPlanning(ConfigurationFolder folder, LiveConfiguration live, ImportOptions options)
{
    private const string ServiceKind = "Service";
    private const string ClientKind = "Client";

    private readonly HashSet<long> _known = [.. folder.Ids.Of(live.ApiKey).Values];

    /// <param name="findScopes">Reads the scopes of the service if its settings couldn't be read; null if that isn't possible.</param>
    /// <exception cref="ConfigurationException">The folder can't be imported.</exception>
    public ConfigurationPlan MakePlan(Func<IReadOnlyCollection<string>?> findScopes)
    {
        var pairs = live.MatchFolder(options.IncludeRegistered);
        ConfigurationException.ThrowIfAny([.. PlanChecks.FindKeyProblems(folder.Service, live.Service)]);
        var targets = new List<PlannedTarget>();
        if (folder.Service is { } service && live.Service is { } current)
        {
            targets.Add(PlanChange(ServiceKind, service, current));
        }

        CheckGone(pairs);
        var removals = FindRemovals(pairs);
        targets.AddRange(
            pairs
                .OrderBy(pair => (pair.Reference ?? pair.Live)!.Label, StringComparer.Ordinal)
                .Select(pair => PlanClient(pair.Reference, pair.Live, removals))
                .OfType<PlannedTarget>()
        );
        targets.AddRange(FindLeftAlone(pairs));
        ConfigurationException.ThrowIfAny([.. new ScopeCheck(folder, live, options.IsExact, findScopes).FindProblems(targets)]);
        return new PlanOrder(live).Arrange(targets);
    }

    private PlannedTarget? PlanClient(ConfigurationObject? file, ConfigurationObject? client, HashSet<long> removals) =>
        (file, client) switch
        {
            ({ } wanted, { } current) => PlanChange(ClientKind, wanted, current),
            ({ } wanted, null) => PlanCreation(wanted),
            (null, { } current) when removals.Contains(current.Id!.Value) => PlanRemoval(current),
            (null, { } current) when IsKnown(current) => new PlannedTarget(ClientKind, PlanAction.None)
            {
                Label = current.Label,
                Id = current.Id,
                Live = current,
                FinalAlias = current.Alias,
                Note = "The client has no file and is kept. To remove it, specify -Prune.",
            },
            _ => null,
        };

    private PlannedTarget PlanChange(string kind, ConfigurationObject file, ConfigurationObject current)
    {
        var (settings, wanted) = FindChanges(file, current);
        var changes = new List<PropertyChange>(settings);
        var secret = file.ClientSecret is { } own && own != current.ClientSecret ? own : null;
        if (secret is not null)
        {
            changes.Add(
                new PropertyChange(FieldKinds.ClientSecret, current.ClientSecret is null ? null : ShownValues.Mask, ShownValues.Mask)
            );
        }

        var isLocked = current.IsLocked ?? false;
        if (file.IsLocked is { } locked && locked != isLocked)
        {
            changes.Add(new PropertyChange("locked", isLocked, locked));
        }

        var isRefused = isLocked && settings.Count + (secret is null ? 0 : 1) > 0 && file.IsLocked is not false && !options.IsForced;
        return new PlannedTarget(kind, changes.Count > 0 ? PlanAction.Update : PlanAction.None)
        {
            Label = file.Label,
            Id = current.Id,
            File = file,
            Live = current,
            Changes = new PropertyChangeList(changes),
            ChangesSettings = settings.Count > 0,
            NewSecret = secret,
            Lock = changes.Count == 0 ? LockChange.None : LockOf(file.IsLocked, isLocked),
            Refusal = isRefused
                ? "The client is locked. Add \"locked\": false to its file to unlock it, or specify -Force to change it and lock it again."
                : null,
            Note = string.Join(" ", FindNotes(kind, file, current, wanted)),
            FinalAlias = wanted.Find(FieldKinds.ClientIdAlias) as string is { Length: > 0 } alias ? alias : null,
        };
    }

    /// <summary>Returns the changes of settings, and the settings after the changes.</summary>
    private (List<PropertyChange> Changes, JsonMembers Wanted) FindChanges(ConfigurationObject file, ConfigurationObject current)
    {
        if (file.SharesSettings(current))
        {
            return ([], file.Settings);
        }

        var wanted = new WantedObject(file, current, options, live.ApiKey);
        return (
            [
                .. wanted
                    .FindDifferences()
                    .Select(difference => new PropertyChange(difference.Property!, difference.Difference, difference.Reference)),
            ],
            wanted.Settings
        );
    }

    private static LockChange LockOf(bool? wanted, bool isLocked) =>
        (wanted, isLocked) switch
        {
            (true, false) => LockChange.Lock,
            (false, true) => LockChange.Unlock,
            (_, true) => LockChange.UnlockTemporarily,
            _ => LockChange.None,
        };

    private static PlannedTarget PlanCreation(ConfigurationObject file) =>
        new(ClientKind, PlanAction.Create)
        {
            Label = file.Label,
            File = file,
            Changes = new PropertyChangeList([
                .. file
                    .Settings.Where(member => member.Value is not null)
                    .Select(member => new PropertyChange(
                        member.Key,
                        null,
                        ConfigurationComparison.Show(ShownTree.Of(JsonTree.ToElement(member.Value)), member.Key, file)
                    )),
                .. file.ClientSecret is null ? [] : new[] { new PropertyChange(FieldKinds.ClientSecret, null, ShownValues.Mask) },
                .. file.IsLocked is true ? new[] { new PropertyChange("locked", false, true) } : [],
            ]),
            ChangesSettings = true,
            NewSecret = file.ClientSecret,
            Lock = file.IsLocked is true ? LockChange.Lock : LockChange.None,
            Note = file.Id is { } id
                ? $"Client {id} no longer exists. The new client gets a new ID, and the tokens of the old one are lost."
                : null,
            FinalAlias = file.Alias,
        };

    private PlannedTarget PlanRemoval(ConfigurationObject current) =>
        new(ClientKind, PlanAction.Remove)
        {
            Label = current.Label,
            Id = current.Id,
            Live = current,
            Lock = current.IsLocked is true ? LockChange.UnlockTemporarily : LockChange.None,
            Refusal =
                current.IsLocked is true && !options.IsForced
                    ? "The client is locked. Unlock it first, or specify -Force to remove it."
                    : null,
            Note = "The removal includes its tokens and authorizations.",
        };

    /// <summary>Rejects files of clients that no longer exist on the server, unless the import recreates them.</summary>
    private void CheckGone(IEnumerable<(ConfigurationObject? Reference, ConfigurationObject? Live)> pairs)
    {
        if (!options.IsRecreating)
        {
            ConfigurationException.ThrowIfAny([
                .. pairs
                    .Where(pair => pair is { Reference.Id: not null, Live: null })
                    .Select(pair => new ConfigurationException(
                        ConfigurationProblem.ClientGone,
                        $"{FolderFiles.ClientFile(pair.Reference!.Label!)}: client {pair.Reference.Id} in {FolderFiles.Ids} no longer exists. To create it again with a new ID, specify -Recreate. Otherwise, delete the file."
                    )),
            ]);
        }
    }

    private HashSet<long> FindRemovals(IReadOnlyList<(ConfigurationObject? Reference, ConfigurationObject? Live)> pairs)
    {
        if (!options.IsPruning)
        {
            return [];
        }

        if (folder.Clients.Count == 0)
        {
            throw new ConfigurationException(
                ConfigurationProblem.PruneRefused,
                "The folder contains no client files, so -Prune would remove all clients in ids.json. Nothing was changed. Check -Path, or remove -Prune."
            );
        }

        var known = pairs.Where(pair => pair.Live is { } client && IsKnown(client)).ToList();
        var removals = known.Where(pair => pair.Reference is null).Select(pair => pair.Live!.Id!.Value).ToList();
        return removals.Count * 3 > known.Count && !options.IsForced
            ? throw new ConfigurationException(
                ConfigurationProblem.PruneRefused,
                $"-Prune would remove {removals.Count} of {known.Count} clients, which is more than a third. Nothing was changed. To remove them, specify -Force."
            )
            : [.. removals];
    }

    /// <summary>Whether ids.json contains the client for this service.</summary>
    private bool IsKnown(ConfigurationObject client) => _known.Contains(client.Id!.Value);

    private IEnumerable<PlannedTarget> FindLeftAlone(IEnumerable<(ConfigurationObject? Reference, ConfigurationObject? Live)> pairs)
    {
        var taken = new HashSet<string?>(pairs.Select(pair => pair.Reference?.Label));
        return folder
            .Clients.Where(file => !taken.Contains(file.Label))
            .Select(file => new PlannedTarget(ClientKind, PlanAction.None)
            {
                Label = file.Label,
                Id = file.Id,
                Note = "The client registered itself and isn't changed. To change it, specify -IncludeRegistered.",
            });
    }

    private IEnumerable<string> FindNotes(string kind, ConfigurationObject file, ConfigurationObject current, JsonMembers wanted)
    {
        if (kind == ClientKind && file.Id is null)
        {
            yield return $"The file belongs to client {current.Id}, which is added to ids.json.";
        }

        if (
            options.IsExact
            && current.Secrets.Keys.Where(name => !file.Settings.ContainsKey(name) && wanted.ContainsKey(name)).ToList()
                is { Count: > 0 } kept
        )
        {
            yield return $"Not cleared, because they contain secrets: {string.Join(", ", kept)}.";
        }
    }
}
