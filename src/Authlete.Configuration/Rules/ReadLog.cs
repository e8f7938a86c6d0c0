using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>What a predicate wanted to read and could not, with what to do about it.</summary>
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
