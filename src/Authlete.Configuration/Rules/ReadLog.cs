using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>The reasons why a predicate couldn't read members, with remedies.</summary>
internal sealed class ReadLog
{
    private readonly List<string> _reasons = [];

    public bool IsEmpty => _reasons.Count == 0;

    public void Clear() => _reasons.Clear();

    public void Add(string reason)
    {
        if (!_reasons.Contains(reason))
        {
            _reasons.Add(reason);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(" ", _reasons);
}
