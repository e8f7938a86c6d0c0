using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Findings, for callers that can't construct a generic type from this assembly's types.</summary>
/// <param name="findings">The findings.</param>
internal sealed class RuleFindingList(IReadOnlyList<RuleFinding> findings)
{
    public int Count => findings.Count;

    public RuleFinding this[int index] => findings[index];
}
