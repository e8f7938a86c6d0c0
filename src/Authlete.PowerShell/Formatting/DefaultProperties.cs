using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Formatting;

/// <summary>
/// What is shown of an object where the engine asks no view of the format file: among objects of other types, by Format-Custom, by Format-Table without a view.
/// </summary>
internal static class DefaultProperties
{
    /// <summary>Prepares an object of a type that has default properties.</summary>
    public static void Add(object item)
    {
        var type = item.GetType();
        var names = DefaultNames.Of(type);
        if (names.Length == 0)
        {
            return;
        }

        // There, the engine shows values as they are.
        var printable = item is JsonView { IsPrintable: true } ? names : [.. names.Where(name => IsPrintable(item, type, name))];
        if (!SessionTypes.Register(type))
        {
            Add(item, printable);
        }
        else if (printable.Length < names.Length)
        {
            SessionTypes.Specialize(PSObject.AsPSObject(item), type, printable);
        }
    }

    /// <summary>The texts of answers that are made to be shown are escaped.</summary>
    private static bool IsPrintable(object item, Type type, string name) =>
        name == nameof(ApiResponse.DisplayMessage) || DisplayText.IsPrintable(type.GetProperty(name)?.GetValue(item));

    /// <summary>Gives an object a set of its own.</summary>
    public static void Add(object item, IEnumerable<string> names)
    {
        var set = new PSPropertySet("DefaultDisplayPropertySet", names.DefaultIfEmpty(DefaultNames.None));
        PSObject.AsPSObject(item).Members.Add(new PSMemberSet("PSStandardMembers", [set]), preValidated: true);
    }

    /// <summary>The members of an untyped view that are shown.</summary>
    public static IEnumerable<string> FindShown(JsonView view, IEnumerable<string> names) =>
        names.Where(name =>
            !ApiClient.Changes.SecretNames.Contains(name) && DisplayText.IsPrintable(name) && DisplayText.IsPrintable(view, name)
        );
}
