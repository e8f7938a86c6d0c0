using System;
using System.Linq;
using System.Reflection;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Changes;

/// <summary>Formats a request as one line for a confirmation prompt.</summary>
internal static class RequestText
{
    /// <summary>Returns each member with its value, such as "scopes = openid, profile; accessTokenPersistent = true".</summary>
    /// <param name="request">The request.</param>
    /// <param name="except">The members that the prompt already contains.</param>
    public static string Of(JsonView request, params string[] except) =>
        string.Join(
            "; ",
            request
                .GetMemberNames()
                .Where(name => !except.Contains(name))
                .Select(name => name + " = " + Show(request, name))
                .DefaultIfEmpty("(none)")
        );

    private static string Show(JsonView owner, string name)
    {
        var property = ShownValues.PropertyOf(owner.GetType(), name);
        var json = PlainJson.Serialize(owner.GetMember(name));
        return ShownValues.IsHidden(owner.GetType(), property, name) ? ShownValues.Mask
            : property!.PropertyType == typeof(DateTimeOffset?) ? ShownValues.ShowTime(owner.GetType(), property, json)
            : PlainJson.Deserialize(json) switch
            {
                null => "(none)",
                object?[] { Length: 0 } => "(empty)",
                object?[] items => ShortList.Of([.. items.Select(item => Show(item, property))]),
                var value => Show(value, property),
            };
    }

    private static string Show(object? value, PropertyInfo property)
    {
        var masked = ShownValues.MaskSecrets(value, ShownValues.ViewOf(property));
        var text = masked as string ?? PlainJson.Serialize(masked);
        return ShownValues.Cut(text, "");
    }
}
