using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Binding;

/// <summary>A list of names and values: takes a dictionary, or an array of @{ key; value } where keys repeat.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PairListAttribute : InputTransformationAttribute
{
    internal static object? Read(object? value) => value switch
    {
        null => null,
        _ when PlainValues.ToViews<Pair>(value, "key") is { } views => views,
        _ => PlainValues.ToEntries(value, "key")
            .SelectMany(entry => Values(entry["value"]), (entry, single) => PlainValues.WithOthers(new Pair { Key = PlainValues.ToText(entry["key"]), Value = PlainValues.ToText(single) }, entry, "key", "value")).ToArray(),
    };

    private protected override object? Transform(object? value) => Read(value);

    /// <summary>Of several values for a key there is a pair each.</summary>
    private static IEnumerable<object?> Values(object? value) =>
        value is IEnumerable many and not (string or IDictionary or JsonView) ? many.Cast<object?>() : [value];
}
