using System;
using System.Collections.Generic;
using System.Linq;

namespace Authlete.ApiClient.Values;

/// <summary>The values of an enumerated field, in the API's spelling.</summary>
internal abstract class ValueSet
{
    private protected ValueSet(params string[] values) => Values = values;

    /// <summary>The values.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>Returns the API's spelling of a value, which may be in any case; null if there is no such value.</summary>
    /// <param name="value">The value.</param>
    public string? Find(string value) => Values.FirstOrDefault(known => string.Equals(known, value, StringComparison.OrdinalIgnoreCase));
}
