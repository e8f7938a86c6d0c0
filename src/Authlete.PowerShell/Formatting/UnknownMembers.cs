using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Formatting;

/// <summary>Members that the module has no property for, as properties nevertheless, wherever a view holds such.</summary>
internal static class UnknownMembers
{
    // What a type of view offers by itself: a member of that name stays reachable by GetMember only.
    private static readonly ConcurrentDictionary<Type, HashSet<string>> s_own = new();

    public static object Attach(JsonView view)
    {
        if (view.HasAttachedMembers)
        {
            return view;
        }

        DefaultDisplay.Attach(view);
        var (unknown, below) = view.FindUnknownMembers();
        if (unknown is not null)
        {
            // Hangs on the object itself, so it comes along wherever the object goes.
            var members = PSObject.AsPSObject(view).Members;
            var own = s_own.GetOrAdd(
                view.GetType(),
                static type => new HashSet<string>(type.GetMembers().Select(member => member.Name), StringComparer.OrdinalIgnoreCase)
            );
            foreach (var name in unknown.Count == 1 ? unknown : unknown.Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (name.Length > 0 && !own.Contains(name))
                {
                    // Validated: the engine adds a Property only so, though it then treats it as any other.
                    members.Add(new JsonMemberProperty(view, name), preValidated: true);
                }
            }

            if (view.GetType() == typeof(JsonView) && unknown.Any(SecretNames.Contains))
            {
                // An empty set would be taken for none, and everything shown.
                members.Add(DefaultDisplay.NewSet(unknown.Where(name => !SecretNames.Contains(name)).DefaultIfEmpty("(hidden)")));
            }
        }

        view.HasAttachedMembers = true;
        foreach (var name in below ?? [])
        {
            Wrap(view.GetMember(name));
        }

        return view;
    }

    /// <summary>A value as the engine is to have it: views with their members, wrapped, for to ConvertTo-Json a bare one is an empty object. Lists stay the ones they are.</summary>
    public static object? Wrap(object? value)
    {
        switch (value)
        {
            case JsonView part:
                return PSObject.AsPSObject(Attach(part));
            case object?[] items:
                for (var i = 0; i < items.Length; i++)
                {
                    var item = Wrap(items[i]);
                    if (items.GetType() == typeof(object?[]))
                    {
                        items[i] = item;
                    }
                }

                return items;
            default:
                return value;
        }
    }
}
