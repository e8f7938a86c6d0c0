using System;
using System.Globalization;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Tests.Json;

namespace Authlete.ApiClient.Tests.Support;

/// <summary>Reads every property of a view.</summary>
internal static class PayloadReading
{
    public static void ReadEverything(JsonView view, bool membersFirst)
    {
        if (membersFirst)
        {
            ReadMembers(view);
        }

        TypedProperties.ReadAll(view);
        ReadMembers(view);
        view.FindUnknownMembers();
        (view as ContentResponse)?.GetResponseObject();
    }

    private static void ReadMembers(JsonView view)
    {
        foreach (var name in view.GetMemberNames())
        {
            switch (view.GetMember(name))
            {
                case JsonView nested:
                    ReadMembers(nested);
                    break;
                case object?[] items:
                    Array.ForEach([.. items.OfType<JsonView>()], ReadMembers);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Returns the values of all properties as text.</summary>
    public static string Describe(object? value) =>
        value switch
        {
            JsonView view => "{"
                + string.Join(
                    ",",
                    view.GetType()
                        .GetProperties()
                        .Where(property => property.Name != "ResponseParameters")
                        .Select(property => property.Name + "=" + Describe(property.GetValue(view)))
                )
                + "}"
                + view.ToJson(),
            object?[] items => "[" + string.Join(",", items.Select(Describe)) + "]",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
