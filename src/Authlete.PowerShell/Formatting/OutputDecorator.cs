using System.Management.Automation;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Formatting;

/// <summary>Prepares views for the engine: their default properties, and properties for the members that the types don't have.</summary>
internal static class OutputDecorator
{
    /// <summary>Prepares a view and those of its parts that need it, once.</summary>
    public static object Decorate(JsonView view)
    {
        if (view.IsDecorated)
        {
            return view;
        }

        DefaultProperties.Add(view);
        var (unknown, membersToDescendInto) = view.FindUnknownMembers();
        if (unknown is not null)
        {
            UnknownMembers.Add(view, unknown);
        }

        view.IsDecorated = true;
        foreach (var name in membersToDescendInto ?? [])
        {
            Wrap(view.GetMember(name));
        }

        return view;
    }

    /// <summary>Wraps the views in a value: to ConvertTo-Json, a bare view is an empty object. Lists stay the same lists.</summary>
    public static object? Wrap(object? value)
    {
        switch (value)
        {
            case JsonView part:
                return PSObject.AsPSObject(Decorate(part));
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
