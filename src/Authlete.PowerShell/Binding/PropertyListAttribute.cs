using System;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Binding;

/// <summary>Extra properties of a token: takes a dictionary, or an array of @{ key; value; hidden }.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PropertyListAttribute : InputTransformationAttribute
{
    private protected override object? Transform(object? value) => value switch
    {
        null or Property[] => value,
        Property property => new[] { property },
        _ => PlainValues.ToEntries(value, "key").Select(entry => new Property
        {
            Key = PlainValues.ToText(entry["key"]),
            Value = PlainValues.ToText(entry["value"]),
            Hidden = entry.Contains("hidden") ? IsHidden(entry["hidden"]) : null,
        }).ToArray(),
    };

    private static bool IsHidden(object? value) => value is string text
        ? bool.TryParse(text, out var flag) ? flag : throw new FormatException("hidden is $true or $false.")
        : LanguagePrimitives.IsTrue(value);
}
