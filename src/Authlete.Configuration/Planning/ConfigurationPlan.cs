using System.Collections.Generic;
using System.Linq;

namespace Authlete.Configuration.Planning;

/// <summary>What an import does, in phases: what is in one phase can be done at once.</summary>
internal sealed class ConfigurationPlan(IReadOnlyList<PlannedTarget> targets, IReadOnlyList<TargetList> phases)
{
    /// <summary>All targets: those to create, to change, to remove, and the rest.</summary>
    public IReadOnlyList<PlannedTarget> Targets { get; } = [.. targets.OrderBy(target => target.Action)];

    /// <summary>The targets with something to do, in the order in which it can be done.</summary>
    public IReadOnlyList<TargetList> Phases { get; } = phases;

    public int Count(PlanAction action) => Targets.Count(target => target.Action == action);
}
