using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Formatting;

/// <summary>Members that the module has no property for, as properties nevertheless, wherever a view holds such.</summary>
internal static class UnknownMembers
{
    public static object Attach(JsonView view)
    {
        if (!view.HoldsUnknownMembers())
        {
            return view;
        }

        var wrapped = PSObject.AsPSObject(view);
        foreach (var name in view.GetUnknownMemberNames())
        {
            if (name.Length > 0 && wrapped.Members[name] is null)
            {
                // Validated: the engine adds a Property only so, though it then treats it as any other.
                wrapped.Members.Add(new JsonMemberProperty(view, name), preValidated: true);
            }
        }

        foreach (var name in view.GetMemberNames())
        {
            AttachBelow(view.GetMember(name));
        }

        return wrapped;
    }

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
