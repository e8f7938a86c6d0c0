using System;
using System.Collections;
using System.Linq;
using System.Reflection;
using System.Security;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Binding;

/// <summary>Reads nested objects of requests in all forms that users write.</summary>
internal static class ModelReader
{
    /// <summary>Merges an object into the current one, and keeps its other members.</summary>
    public static T? Merge<T>(T? part, T? current)
        where T : JsonView, new()
    {
        if (part is null || current is null)
        {
            return part;
        }

        return JsonView.Merge(part, current);
    }

    /// <summary>Creates an object from JSON text, a dictionary, or an object with the same members.</summary>
    public static JsonView Read(Type type, object? value)
    {
        var part = (JsonView)Activator.CreateInstance(type);
        switch (PlainValues.Normalize(value is string text && JsonReader.StartsWith(text, '{') ? JsonView.Parse(text) : value))
        {
            case JsonView { IsObject: true } view:
                return view.CopyInto(part);
            case IDictionary members:
                foreach (DictionaryEntry member in members)
                {
                    // PowerShell names are PascalCase, the API's are camelCase.
                    var name = (string)member.Key;
                    var property = type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
                    if (
                        property is { CanWrite: true }
                        && property.PropertyType == typeof(DateTimeOffset?)
                        && TimeValues.ToTime(member.Value) is { } time
                    )
                    {
                        property.SetValue(part, time);
                        continue;
                    }

                    try
                    {
                        part.SetMember(
                            MemberNames.ToJson(name),
                            ToMember(property?.PropertyType, part.Shape.TraitsOf(name).HoldsJson, member.Value)
                        );
                    }
                    catch (FormatException e)
                    {
                        throw new FormatException(name + ": " + e.Message, e);
                    }
                }

                break;
            default:
                throw new FormatException("A " + type.Name + " is expected here: the object, its JSON text, or a dictionary.");
        }

        return part;
    }

    /// <summary>Converts a member to the type of its property. Nested key-value lists and objects can be dictionaries too.</summary>
    private static object? ToMember(Type? type, bool holdsJson, object? value)
    {
        if (type == typeof(TaggedValue[]))
        {
            return KeyedLists.ReadTaggedValues(value);
        }

        if (type == typeof(Pair[]))
        {
            return KeyedLists.ReadPairs(value);
        }

        if (type == typeof(string))
        {
            return value switch
            {
                IDictionary when holdsJson => PlainJson.Serialize(value),
                SecureString secret => TextValues.Reveal(secret),
                _ => value,
            };
        }

        if (type == typeof(int?) || type == typeof(long?))
        {
            return value switch
            {
                TimeSpan span => NumberValues.ToSeconds(span),
                _ when NumberValues.IsNumber(value) => NumberValues.ToNumber(value, "A whole number"),
                _ => value,
            };
        }

        if (value is null || type is not { IsArray: true })
        {
            return IsView(type) ? ToPart(type!, value is object?[] { Length: 1 } single ? single[0] : value) : value;
        }

        // The engine unwraps a list with one element.
        var item = type.GetElementType();
        var list = IsView(item) ? PlainValues.Unfold(value) : value;
        var items = list is IEnumerable many and not (string or IDictionary) ? many.Cast<object?>() : [list];
        return items.Select(element => IsView(item) ? ToPart(item, PlainValues.Unwrap(element)) : element).ToArray();
    }

    private static bool IsView(Type? type) => typeof(JsonView).IsAssignableFrom(type) && type != typeof(JsonView);

    private static object? ToPart(Type type, object? value) => value is null || type.IsInstanceOfType(value) ? value : Read(type, value);
}
