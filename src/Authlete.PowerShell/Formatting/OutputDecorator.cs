using System.Globalization;
using System.Management.Automation;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Formatting;

/// <summary>Prepares views for the engine: their default properties, and properties for the members that the types don't have.</summary>
internal static class OutputDecorator
{
    // More than any page of a list has. Preparing objects blocks the pipeline thread, so the others are prepared when they are read.
    private const int MaxPreparedAtOnce = 10_000;

    /// <summary>Prepares a view, and the parts of it that need it, once.</summary>
    public static object Decorate(JsonView view)
    {
        var left = MaxPreparedAtOnce;
        return Decorate(view, ref left);
    }

    /// <summary>Wraps the views in a value, because ConvertTo-Json makes an empty object of a bare view. Lists stay the same objects.</summary>
    public static object? Wrap(object? value)
    {
        var left = MaxPreparedAtOnce;
        return Wrap(value, ref left);
    }

    /// <summary>Adds the client of a response as a property.</summary>
    public static void AddClientId(JsonView view, string clientId) =>
        PSObject
            .AsPSObject(view)
            .Properties.Add(
                new PSNoteProperty(
                    "ClientId",
                    long.TryParse(clientId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : clientId
                )
            );

    private static JsonView Decorate(JsonView view, ref int left)
    {
        if (view.IsDecorated || --left < 0)
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
            if (left <= 0)
            {
                break;
            }

            Wrap(view.GetMember(name), ref left);
        }

        return view;
    }

    private static object? Wrap(object? value, ref int left)
    {
        switch (value)
        {
            case JsonView part:
                return PSObject.AsPSObject(Decorate(part, ref left));
            case object?[] items:
                for (var i = 0; i < items.Length && left > 0; i++)
                {
                    var item = Wrap(items[i], ref left);
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
