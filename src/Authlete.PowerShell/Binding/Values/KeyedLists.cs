using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Binding;

/// <summary>The API's lists of keys and values: pairs, texts by language, properties of a token.</summary>
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

    /// <summary>A key with several values becomes a pair for each.</summary>
    private static IEnumerable<object?> SplitValues(object? value) =>
        value is IEnumerable many and not (string or IDictionary or JsonView) ? many.Cast<object?>() : [value];

    private static bool? IsHidden(IDictionary entry)
    {
        if (
            entry.Keys.Cast<string>().FirstOrDefault(name => !s_propertyMembers.Contains(name, StringComparer.OrdinalIgnoreCase)) is
            { } unknown
        )
        {
            // A property that was to be hidden would be shown.
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
