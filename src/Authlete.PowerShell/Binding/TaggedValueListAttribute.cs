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
        null => null,
        _ when PlainValues.ToViews<TaggedValue>(value, "tag") is { } views => views,
        _ => PlainValues.ToEntries(value, "tag")
            .Select(entry => PlainValues.WithOthers(new TaggedValue { Tag = PlainValues.ToText(entry["tag"]), Value = PlainValues.ToText(entry["value"]) }, entry, "tag", "value")).ToArray(),
    };

    private protected override object? Transform(object? value) => Read(value);
}
