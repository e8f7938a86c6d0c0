using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Formatting;

/// <summary>
/// The properties of an object that are shown if the engine doesn't use the format file: among objects of other types, by Format-Custom, and by Format-Table without a view.
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

        // There, the engine shows values unescaped.
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

    /// <summary>DisplayMessage is escaped already.</summary>
    private static bool IsPrintable(object item, Type type, string name) =>
        name == nameof(ApiResponse.DisplayMessage) || DisplayText.IsPrintable(type.GetProperty(name)?.GetValue(item));

    /// <summary>Sets the default properties of one object.</summary>
    public static void Add(object item, IEnumerable<string> names)
    {
        var set = new PSPropertySet("DefaultDisplayPropertySet", names.DefaultIfEmpty(DefaultNames.None));
        PSObject.AsPSObject(item).Members.Add(new PSMemberSet("PSStandardMembers", [set]), preValidated: true);
    }

    /// <summary>The members of an untyped view that can be shown.</summary>
    public static IEnumerable<string> FindShown(JsonView view, IEnumerable<string> names) =>
        names.Where(name =>
            !ApiClient.Changes.SecretNames.Contains(name) && DisplayText.IsPrintable(name) && DisplayText.IsPrintable(view, name)
        );
}
