using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Formatting;

/// <summary>Properties for the members of a view that its type doesn't have.</summary>
internal static class UnknownMembers
{
    // In years, the API has added a few dozen members. Further members are available by GetMember.
    private const int MaxProperties = 1000;

    // Formatting more members of an object without a type takes too long.
    private const int MaxShown = 100;

    // Members with one of these names are available only by GetMember.
    private static readonly ConcurrentDictionary<Type, HashSet<string>> s_memberNames = new();

    /// <summary>Adds the properties to the object itself, so that they stay with it.</summary>
    public static void Add(JsonView view, IReadOnlyCollection<string> names)
    {
        var members = PSObject.AsPSObject(view).Members;
        var taken = s_memberNames.GetOrAdd(
            view.GetType(),
            static type => new HashSet<string>(type.GetMembers().Select(member => member.Name), StringComparer.OrdinalIgnoreCase)
        );
        foreach (var name in names.Count == 1 ? names : names.Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxProperties))
        {
            if (name.Length > 0 && !taken.Contains(name))
            {
                // The engine adds a property of this kind only if it is prevalidated.
                members.Add(new JsonMemberProperty(view, name), preValidated: true);
            }
        }

        if (
            view.GetType() == typeof(JsonView)
            && DefaultProperties.FindShown(view, names).Take(MaxShown).ToArray() is var shown
            && shown.Length < names.Count
        )
        {
            DefaultProperties.Add(view, shown);
        }
    }
}
