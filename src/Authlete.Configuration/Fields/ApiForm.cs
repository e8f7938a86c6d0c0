using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Fields;

/// <summary>Converts settings to the form of the API, which has JSON in strings where a file has JSON values.</summary>
internal static class ApiForm
{
    public static JsonMembers Of(JsonMembers settings, JsonShape shape)
    {
        var result = new JsonMembers();
        foreach (var member in settings)
        {
            result[member.Key] =
                shape.TraitsOf(member.Key).HoldsJson && member.Value is JsonMembers or List<object?>
                    ? StableJson.WriteCompact(member.Value)
                    : OfValue(member.Value, shape.Nested(member.Key));
        }

        return result;
    }

    private static object? OfValue(object? value, JsonShape? shape) =>
        value switch
        {
            JsonMembers members when shape is not null => Of(members, shape),
            List<object?> items when shape is not null => items.Select(item => OfValue(item, shape)).ToList(),
            _ => value,
        };
}
