using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Binding;

/// <summary>Extra properties of a token: takes a dictionary, or an array of @{ key; value; hidden }.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PropertyListAttribute : InputTransformationAttribute
{
    private static readonly string[] s_members = ["key", "value", "hidden"];

    private protected override object? Transform(object? value) => value switch
    {
        null => null,
        _ when PlainValues.ToViews<Property>(value, "key") is { } views => views,
        _ => PlainValues.ToEntries(value, "key").Select(entry => new Property
        {
            Key = PlainValues.ToText(entry["key"]),
            Value = PlainValues.ToText(entry["value"]),
            Hidden = IsHidden(entry),
        }).ToArray(),
    };

    private static bool? IsHidden(IDictionary entry)
    {
        if (entry.Keys.Cast<string>().FirstOrDefault(name => !s_members.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            // A property that was to be hidden would be shown.
            throw new FormatException("A property has a key, a value and perhaps hidden; there is no " + unknown + ".");
        }

        return entry.Contains("hidden") ? IsHidden(entry["hidden"]) : null;
    }

    private static bool IsHidden(object? value) => value is string text
        ? bool.TryParse(text, out var flag) ? flag : throw new FormatException("hidden is $true or $false.")
        : LanguagePrimitives.IsTrue(value);
}
