using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Tests.Json;

/// <summary>Helpers for the members of a view.</summary>
internal static class ViewMembers
{
    public static bool HasMember(this JsonView view, string name) => view.GetMemberNames().Contains(name);

    public static bool HoldsUnknownMembers(this JsonView view) => view.FindUnknownMembers() is not (null, null);

    public static IEnumerable<string> GetUnknownMemberNames(this JsonView view) => view.FindUnknownMembers().Names ?? [];

    /// <summary>Reads every member of a view and of its nested views.</summary>
    public static void ReadMembers(this JsonView view)
    {
        foreach (var name in view.GetMemberNames())
        {
            ReadValue(view.GetMember(name));
        }
    }

    private static void ReadValue(object? value)
    {
        switch (value)
        {
            case JsonView view:
                view.ReadMembers();
                break;
            case object?[] items:
                System.Array.ForEach(items, ReadValue);
                break;
            default:
                break;
        }
    }
}
