using System.Collections;
using System.Collections.Generic;

namespace Authlete.Configuration.Planning;

/// <summary>The changes of a target. A separate type, because callers must not construct a generic type over a type of this assembly.</summary>
internal sealed class PropertyChangeList(IReadOnlyList<PropertyChange> changes) : IReadOnlyList<PropertyChange>
{
    public int Count => changes.Count;

    public PropertyChange this[int index] => changes[index];

    public IEnumerator<PropertyChange> GetEnumerator() => changes.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
