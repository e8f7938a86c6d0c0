using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Linq;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Binding;

/// <summary>authorization_details (RFC 9396): takes an array of objects. Fields that the RFC does not define go where the API keeps them, as JSON text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AuthorizationDetailsListAttribute : InputTransformationAttribute
{
    // RFC 9396 section 2.2, by the API's names for them.
    private static readonly Dictionary<string, string> s_fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["type"] = "type",
        ["locations"] = "locations",
        ["actions"] = "actions",
        ["datatypes"] = "dataTypes",
        ["identifier"] = "identifier",
        ["privileges"] = "privileges",
        ["otherFields"] = "otherFields",
    };

    private protected override object? Transform(object? value)
    {
        if (value is null or AuthorizationDetails)
        {
            return value;
        }

        var plain = value is string text ? JsonView.Parse("{\"elements\":" + text + "}").GetMember("elements") : PlainValues.Normalize(value);
        if (plain is JsonView and not AuthorizationDetailsElement)
        {
            plain = PlainValues.ToDictionary((JsonView)plain);
        }

        var items = plain switch
        {
            IDictionary single when PlainValues.Find(single, "elements", out var elements) => (elements as IEnumerable)?.Cast<object?>() ?? [],
            IDictionary single => [single],
            AuthorizationDetailsElement element => [element],
            IEnumerable many and not string => many.Cast<object?>(),
            _ => throw new FormatException("An array of objects with a type is expected here."),
        };
        return new AuthorizationDetails { Elements = items.Select(ToElement).ToArray() };
    }

    private static AuthorizationDetailsElement ToElement(object? item)
    {
        if (item is AuthorizationDetailsElement element)
        {
            return element;
        }

        if ((item is JsonView view ? PlainValues.ToDictionary(view) : item) is not IDictionary members || !PlainValues.Find(members, "type", out _))
        {
            throw new FormatException("Each of the authorization details is an object with a type.");
        }

        var made = new AuthorizationDetailsElement();
        var others = new OrderedDictionary(StringComparer.Ordinal);
        foreach (DictionaryEntry member in members)
        {
            if (s_fields.TryGetValue((string)member.Key, out var field))
            {
                var isList = field is "locations" or "actions" or "dataTypes" or "privileges";
                if (field == "otherFields" && member.Value is IDictionary)
                {
                    made.OtherFields = PlainValues.Serialize(member.Value);
                    continue;
                }

                made.SetMember(field, isList && member.Value is string single ? new[] { single } : member.Value);
            }
            else
            {
                others[member.Key] = member.Value;
            }
        }

        if (others.Count > 0)
        {
            made.OtherFields = PlainValues.Serialize(others);
        }

        return made;
    }
}
