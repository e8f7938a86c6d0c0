using System;
using System.Linq;
using System.Reflection;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Tests.Json;

/// <summary>All the properties of a view, by reflection.</summary>
internal static class TypedProperties
{
    /// <summary>Reads every property of a view and of its nested views.</summary>
    public static void ReadAll(JsonView view)
    {
        foreach (var property in view.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            switch (property.GetValue(view))
            {
                case JsonView nested:
                    ReadAll(nested);
                    break;
                case JsonView[] views:
                    Array.ForEach(views, ReadAll);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The names of the members that the properties read.</summary>
    public static string[] NamesOf(JsonView view)
    {
        return
        [
            .. view.GetType()
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]),
        ];
    }
}
