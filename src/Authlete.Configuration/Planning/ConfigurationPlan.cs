using System.Collections.Generic;
using System.Linq;

namespace Authlete.Configuration.Planning;

/// <summary>The plan of an import, in phases. The targets of a phase can be processed in parallel.</summary>
internal sealed class ConfigurationPlan(IReadOnlyList<PlannedTarget> targets, IReadOnlyList<TargetList> phases)
{
    /// <summary>All targets: those to create, then those to change, those to remove, and the others.</summary>
    public IReadOnlyList<PlannedTarget> Targets { get; } = [.. targets.OrderBy(target => target.Action)];

    /// <summary>The targets with changes, in the order of execution.</summary>
    public IReadOnlyList<TargetList> Phases { get; } = phases;

    public int Count(PlanAction action) => Targets.Count(target => target.Action == action);
}
