using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Binding;

/// <summary>Reads authorization_details (RFC 9396). Fields that the RFC doesn't define become JSON text in the API's field for them.</summary>
internal static class AuthorizationDetailsReader
{
    private const string Elements = "elements";
    private const string OtherFields = "otherFields";

    // The fields of RFC 9396 section 2.2, with the API's names.
    private static readonly Dictionary<string, string> s_fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["type"] = "type",
        ["locations"] = "locations",
        ["actions"] = "actions",
        ["datatypes"] = "dataTypes",
        ["identifier"] = "identifier",
        ["privileges"] = "privileges",
        [OtherFields] = OtherFields,
    };

    private static readonly string[] s_lists = ["locations", "actions", "dataTypes", "privileges"];

    public static AuthorizationDetails? Read(object? value) =>
        value switch
        {
            null => null,
            AuthorizationDetails details => details,
            string text => ToDetails(PlainJson.Deserialize(text)),
            _ => ToDetails(PlainValues.Normalize(PlainValues.Unfold(value))),
        };

    private static AuthorizationDetails ToDetails(object? value)
    {
        switch (value)
        {
            case AuthorizationDetailsElement element:
                return new AuthorizationDetails { Elements = [element] };
            case IDictionary members:
                return ToDetails(JsonView.Parse(PlainJson.Serialize(members)));
            case JsonView view:
                if (
                    view.GetMemberNames().FirstOrDefault(name => string.Equals(name, Elements, StringComparison.OrdinalIgnoreCase))
                    is not { } elements
                )
                {
                    return new AuthorizationDetails { Elements = [ToElement(view)] };
                }

                var details = view.CopyAs<AuthorizationDetails>();
                details.RemoveMember(elements);
                details.Elements = ToElements(view.GetMember(elements));
                return details;
            default:
                return new AuthorizationDetails { Elements = ToElements(value) };
        }
    }

    private static AuthorizationDetailsElement[] ToElements(object? value) =>
        value switch
        {
            null => [],
            IEnumerable items and not (string or IDictionary) => items
                .Cast<object?>()
                .Select(item => ToElement(PlainValues.Unwrap(item)))
                .ToArray(),
            _ => throw new FormatException("An array of objects with a type is expected here."),
        };

    private static AuthorizationDetailsElement ToElement(object? item) =>
        item switch
        {
            AuthorizationDetailsElement element => element,
            IDictionary members => ToElement(JsonView.Parse(PlainJson.Serialize(members))),
            JsonView { IsObject: true } view => ToElement(view),
            _ => throw new FormatException("Each of the authorization details is an object with a type."),
        };

    private static AuthorizationDetailsElement ToElement(JsonView source)
    {
        var element = new AuthorizationDetailsElement();
        var others = source.CopyAs<JsonView>();
        foreach (var name in source.GetMemberNames().Where(s_fields.ContainsKey).ToList())
        {
            others.RemoveMember(name);
            var field = s_fields[name];
            element.SetMember(
                field,
                source.GetMember(name) switch
                {
                    string single when s_lists.Contains(field) => new[] { single },
                    JsonView fields when field == OtherFields => fields.ToJson(),
                    var value => value,
                }
            );
        }

        element.CheckInput();
        if (element.Type is null)
        {
            throw new FormatException("Each of the authorization details is an object with a type.");
        }

        if (others.GetMemberNames().Any())
        {
            element.OtherFields = element.OtherFields switch
            {
                null => others.ToJson(),
                var text when PlainJson.ParseEmbeddedObject(text) is { } held => JsonView.Merge(others, held).ToJson(),
                _ => throw new FormatException(
                    "otherFields must be the text of a JSON object, because there are other fields to add to it."
                ),
            };
        }

        return element;
    }
}
