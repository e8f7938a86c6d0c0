using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Binding;

/// <summary>Reads the API's lists of keys and values: pairs, texts by language, and properties of a token.</summary>
internal static class KeyedLists
{
    private static readonly string[] s_propertyMembers = ["key", "value", "hidden"];

    public static Pair[]? ReadPairs(object? value) =>
        value switch
        {
            null => null,
            _ when KeyedEntries.ReadViews<Pair>(value, "key") is { } views => views,
            _ => KeyedEntries.Read(value, "key").SelectMany(entry => SplitValues(entry["value"]), ToPair).ToArray(),
        };

    public static TaggedValue[]? ReadTaggedValues(object? value) =>
        value switch
        {
            null => null,
            _ when KeyedEntries.ReadViews<TaggedValue>(value, "tag") is { } views => views,
            _ => KeyedEntries.Read(value, "tag").Select(ToTaggedValue).ToArray(),
        };

    public static Property[]? ReadProperties(object? value) =>
        value switch
        {
            null => null,
            _ when KeyedEntries.ReadViews<Property>(value, "key") is { } views => views,
            _ => KeyedEntries.Read(value, "key").Select(ToProperty).ToArray(),
        };

    private static Pair ToPair(IDictionary entry, object? value) =>
        KeyedEntries.AddOtherMembers(
            new Pair { Key = TextValues.ToText(entry["key"]), Value = TextValues.ToText(value) },
            entry,
            "key",
            "value"
        );

    private static TaggedValue ToTaggedValue(IDictionary entry) =>
        KeyedEntries.AddOtherMembers(
            new TaggedValue { Tag = TextValues.ToText(entry["tag"]), Value = TextValues.ToText(entry["value"]) },
            entry,
            "tag",
            "value"
        );

    private static Property ToProperty(IDictionary entry) =>
        new()
        {
            Key = TextValues.ToText(entry["key"]),
            Value = TextValues.ToText(entry["value"]),
            Hidden = IsHidden(entry),
        };

    /// <summary>Returns one value for each pair of a key with several values.</summary>
    private static IEnumerable<object?> SplitValues(object? value) =>
        value is IEnumerable many and not (string or IDictionary or JsonView) ? many.Cast<object?>() : [value];

    private static bool? IsHidden(IDictionary entry)
    {
        if (
            entry.Keys.Cast<string>().FirstOrDefault(name => !s_propertyMembers.Contains(name, StringComparer.OrdinalIgnoreCase)) is
            { } unknown
        )
        {
            // Ignoring a misspelled "hidden" would expose a property that is meant to be hidden.
            throw new FormatException("A property has the members key, value and hidden (optional), but no " + unknown + ".");
        }

        return entry.Contains("hidden") ? IsHidden(entry["hidden"]) : null;
    }

    private static bool IsHidden(object? value) =>
        value is string text
            ? bool.TryParse(text, out var flag)
                ? flag
                : throw new FormatException("hidden must be $true or $false.")
            : LanguagePrimitives.IsTrue(value);
}
