using System;
using System.Linq;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Binding;

/// <summary>A list of names and values: takes a dictionary, or an array of @{ key; value } where keys repeat.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PairListAttribute : InputTransformationAttribute
{
    internal static object? Read(object? value) => value switch
    {
        null or Pair[] => value,
        Pair pair => new[] { pair },
        _ => PlainValues.ToEntries(value, "key")
            .Select(entry => new Pair { Key = PlainValues.ToText(entry["key"]), Value = PlainValues.ToText(entry["value"]) }).ToArray(),
    };

    private protected override object? Transform(object? value) => Read(value);
}
