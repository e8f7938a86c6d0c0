using System.Collections;
using System.Collections.Generic;

namespace Authlete.Configuration.Comparison;

/// <summary>The differences between two configurations. A separate type, because callers must not construct a generic type over a type of this assembly.</summary>
internal sealed class DifferenceList(IReadOnlyList<ConfigurationDifference> differences) : IReadOnlyList<ConfigurationDifference>
{
    public int Count => differences.Count;

    public ConfigurationDifference this[int index] => differences[index];

    public IEnumerator<ConfigurationDifference> GetEnumerator() => differences.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
