using System;
using System.Linq;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Binding;

/// <summary>Texts by language: takes a dictionary of language tags and values, or an array of @{ tag; value }.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TaggedValueListAttribute : InputTransformationAttribute
{
    internal static object? Read(object? value) => value switch
    {
        null or TaggedValue[] => value,
        TaggedValue tagged => new[] { tagged },
        _ => PlainValues.ToEntries(value, "tag")
            .Select(entry => new TaggedValue { Tag = PlainValues.ToText(entry["tag"]), Value = PlainValues.ToText(entry["value"]) }).ToArray(),
    };

    private protected override object? Transform(object? value) => Read(value);
}
