using System;
using System.Collections.Generic;
using System.Linq;

namespace Authlete.ApiClient.Values;

/// <summary>The values that a field takes, in the API's spelling.</summary>
internal abstract class ValueSet
{
    private protected ValueSet(params string[] values) => Values = values;

    /// <summary>The values.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>The API's spelling of a value in any case, or null if there is no such value.</summary>
    /// <param name="value">The value.</param>
    public string? Find(string value) => Values.FirstOrDefault(known => string.Equals(known, value, StringComparison.OrdinalIgnoreCase));
}
