using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Changes;
using Authlete.Configuration.Comparison;
using Authlete.Configuration.Fields;

namespace Authlete.Configuration.Planning;

/// <summary>
/// Orders changes so that a client releases its alias before another client gets it. If clients swap aliases, one of them releases its
/// alias in a separate step.
/// </summary>
/// <param name="live">The service and its clients on the server.</param>
internal sealed class PlanOrder(LiveConfiguration live)
{
    private readonly Dictionary<PlannedTarget, List<PlannedTarget>> _holders = [];

    /// <summary>Arranges targets in phases.</summary>
    public ConfigurationPlan Arrange(IReadOnlyList<PlannedTarget> targets)
    {
        FindHolders(targets);
        BreakCircles(targets);
        foreach (var entry in _holders)
        {
            entry.Key.DependsOn.AddRange(entry.Value);
        }

        var active = targets.Where(target => target.Action != PlanAction.None).ToList();
        var dependencies = new HashSet<PlannedTarget>(_holders.Values.SelectMany(holders => holders));
        var updates = active.Where(target => IsClient(target) && target.Action == PlanAction.Update).ToList();
        var phases = new List<TargetList>
        {
            new(PlanPhase.Service, [.. active.Where(target => !IsClient(target))]),
            new(PlanPhase.ReleaseAliases, [.. active.Where(target => target.ReleasesAlias)]),
        };
        phases.AddRange(
            updates
                .Where(dependencies.Contains)
                .GroupBy(LevelOf)
                .OrderBy(level => level.Key)
                .Select(level => new TargetList(PlanPhase.Update, [.. level]))
        );
        phases.Add(new(PlanPhase.Create, [.. active.Where(target => target.Action == PlanAction.Create)]));
        phases.Add(new(PlanPhase.Update, [.. updates.Where(target => !dependencies.Contains(target))]));
        phases.Add(new(PlanPhase.Remove, [.. active.Where(target => target.Action == PlanAction.Remove)]));
        return new ConfigurationPlan(targets, [.. phases.Where(phase => phase.Count > 0)]);
    }

    private void FindHolders(IReadOnlyList<PlannedTarget> targets)
    {
        var clients = targets.Where(IsClient).ToList();
        var problems = clients
            .Where(target => target.FinalAlias is not null)
            .GroupBy(target => target.FinalAlias!, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => AliasConflict(group, string.Join(" and ", group.Select(target => target.Label)) + " would both have it"))
            .ToList();
        var byId = clients.Where(target => target.Live is not null).ToDictionary(target => target.Live!.Id!.Value);
        var byAlias = live
            .Clients.Where(client => client.Alias is not null)
            .GroupBy(client => client.Alias!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (
            var target in clients.Where(target => target.Action is PlanAction.Create or PlanAction.Update && target.FinalAlias is not null)
        )
        {
            if (
                target.FinalAlias == target.Live?.Alias
                || !byAlias.TryGetValue(target.FinalAlias!, out var holder)
                || holder.Id == target.Live?.Id
            )
            {
                continue;
            }

            if (byId.TryGetValue(holder.Id!.Value, out var other) && Releases(other, target.FinalAlias!))
            {
                _holders[target] = [other];
                other.ReleasesAlias |= other.Action == PlanAction.Remove;
            }
            else
            {
                problems.Add(AliasConflict([target], $"{target.Label} would get it, but client {holder.Id} has it"));
            }
        }

        ConfigurationException.ThrowIfAny(problems);
    }

    private static bool Releases(PlannedTarget holder, string alias) =>
        holder.Action == PlanAction.Remove || (holder.Action == PlanAction.Update && holder.FinalAlias != alias);

    /// <summary>Finds circles by following dependencies, because each client depends on at most one other, and breaks them.</summary>
    private void BreakCircles(IReadOnlyList<PlannedTarget> targets)
    {
        foreach (var start in targets.Where(_holders.ContainsKey))
        {
            var seen = new HashSet<PlannedTarget>();
            var at = start;
            while (at is { ReleasesAlias: false } && seen.Add(at))
            {
                at = _holders.TryGetValue(at, out var holders) ? holders[0] : null;
            }

            if (at is { ReleasesAlias: false })
            {
                at.ReleasesAlias = true;
            }
        }
    }

    private int LevelOf(PlannedTarget target) =>
        _holders.TryGetValue(target, out var holders) && !holders[0].ReleasesAlias ? 1 + LevelOf(holders[0]) : 0;

    private static bool IsClient(PlannedTarget target) => target.Kind == nameof(ApiClient.Models.Client);

    private static ConfigurationException AliasConflict(IEnumerable<PlannedTarget> targets, string reason) =>
        new(
            ConfigurationProblem.AliasTaken,
            $"Two clients can't have the alias {DisplayAlias(targets)}: {reason}. Change the alias of one of them."
        );

    /// <summary>Returns the alias for display, unless a file takes it from a vault.</summary>
    private static string? DisplayAlias(IEnumerable<PlannedTarget> targets) =>
        targets.Any(target => target.File?.SecretPaths.Contains(FieldKinds.ClientIdAlias) is true)
            ? ShownValues.Mask
            : targets.First().FinalAlias;
}
