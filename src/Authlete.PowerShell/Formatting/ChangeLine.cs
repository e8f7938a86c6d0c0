using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Changes;

namespace Authlete.PowerShell.Formatting;

/// <summary>A change of a property as lines: the added and removed items of a list, otherwise the values before and after.</summary>
internal static class ChangeLine
{
    private const string Nothing = "(none)";

    public static IEnumerable<string> Of(string name, object? old, object? @new)
    {
        if (FindItems(old) is { } former && FindItems(@new) is { } items && former.Count + items.Count > 0)
        {
            var changes = items
                .Except(former, StringComparer.Ordinal)
                .Select(item => "  + " + item)
                .Concat(former.Except(items, StringComparer.Ordinal).Select(item => "  - " + item))
                .ToList();
            if (changes.Count > 0)
            {
                return [name, .. changes];
            }
        }

        var (before, after) = (ToText(old), ToText(@new));
        return [$"{name}: {ShownValues.Cut(before, after)} -> {ShownValues.Cut(after, before)}"];
    }

    private static List<string>? FindItems(object? value) =>
        Unwrap(value) switch
        {
            null => [],
            string => null,
            IEnumerable items when items.Cast<object?>().Select(Unwrap).ToList() is var plain && plain.All(item => item is string) =>
            [
                .. plain.Cast<string>(),
            ],
            _ => null,
        };

    private static string ToText(object? value) =>
        Unwrap(value) switch
        {
            null => Nothing,
            string { Length: 0 } => "\"\"",
            string text => text,
            IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(ToText)) + "]",
            var plain => LanguagePrimitives.ConvertTo<string>(plain),
        };

    private static object? Unwrap(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
