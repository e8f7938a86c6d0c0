using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Formatting;

/// <summary>Members that the module has no property for, as properties nevertheless, wherever a view holds such.</summary>
internal static class UnknownMembers
{
    // What a view offers by itself: a member of that name stays reachable by GetMember only.
    private static readonly HashSet<string> s_own = new(
        typeof(ContentResponse).GetMembers().Select(member => member.Name), StringComparer.OrdinalIgnoreCase);

    public static object Attach(JsonView view)
    {
        if (view.HasAttachedMembers)
        {
            return view;
        }

        var (unknown, below) = view.SurveyUnknownMembers();
        if (unknown is not null)
        {
            // Hangs on the object itself, so it comes along wherever the object goes.
            var members = PSObject.AsPSObject(view).Members;
            foreach (var name in unknown.Count == 1 ? unknown : unknown.Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (name.Length > 0 && !s_own.Contains(name))
                {
                    // Validated: the engine adds a Property only so, though it then treats it as any other.
                    members.Add(new JsonMemberProperty(view, name), preValidated: true);
                }
            }

            if (view.GetType() == typeof(JsonView) && unknown.Any(SecretNames.Contains))
            {
                // An empty set would be taken for none, and everything shown.
                members.Add(DefaultDisplay(unknown.Where(name => !SecretNames.Contains(name)).DefaultIfEmpty("(hidden)")));
            }
        }

        view.HasAttachedMembers = true;
        foreach (var name in below ?? [])
        {
            AttachBelow(view.GetMember(name));
        }

        return view;
    }

    private static PSMemberSet DefaultDisplay(IEnumerable<string> names) =>
        new("PSStandardMembers", [new PSPropertySet("DefaultDisplayPropertySet", names)]);

    private static void AttachBelow(object? value)
    {
        switch (value)
        {
            case JsonView view:
                Attach(view);
                break;
            case object?[] items:
                foreach (var item in items)
                {
                    AttachBelow(item);
                }

                break;
            default:
                break;
        }
    }
}
