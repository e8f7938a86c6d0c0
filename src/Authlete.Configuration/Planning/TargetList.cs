using System.Collections;
using System.Collections.Generic;

namespace Authlete.Configuration.Planning;

/// <summary>Targets that can be processed in parallel.</summary>
/// <param name="phase">The phase.</param>
/// <param name="targets">The targets.</param>
internal sealed class TargetList(PlanPhase phase, IReadOnlyList<PlannedTarget> targets) : IReadOnlyList<PlannedTarget>
{
    public PlanPhase Phase { get; } = phase;

    public int Count => targets.Count;

    public PlannedTarget this[int index] => targets[index];

    public IEnumerator<PlannedTarget> GetEnumerator() => targets.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
