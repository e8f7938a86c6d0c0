using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Findings: a type of its own, because callers may not close a generic type over ours.</summary>
/// <param name="findings">The findings.</param>
internal sealed class RuleFindingList(IReadOnlyList<RuleFinding> findings)
{
    public int Count => findings.Count;

    public RuleFinding this[int index] => findings[index];
}
