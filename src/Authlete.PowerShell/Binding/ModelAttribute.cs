using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Security;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Binding;

/// <summary>A part of a configuration: takes the object itself, its JSON text, a dictionary or an object with the same members; several of them for a list.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ModelAttribute : InputTransformationAttribute
{
    /// <param name="type">The type of the part.</param>
    /// <param name="list">Whether the field is a list of such parts.</param>
    public ModelAttribute(Type type, bool list = false) => (Type, List) = (type, list);

    /// <summary>The type of the part.</summary>
    public Type Type { get; }

    /// <summary>Whether the field is a list of such parts.</summary>
    public bool List { get; }

    /// <summary>Merges the specified members into the present ones.</summary>
    internal static T? Merge<T>(T? given, T? present)
        where T : JsonView, new()
    {
        if (given is null || present is null)
        {
            return given;
        }

        return JsonView.Merge(given, present);
    }

    private protected override object? Transform(object? value)
    {
        if (value is null || Type.IsInstanceOfType(value))
        {
            return value;
        }

        if (PlainValues.Unfold(value) is IEnumerable items and not (string or IDictionary))
        {
            var parts = items.Cast<object?>().Select((item, index) => ToPart(PlainValues.Unwrap(item), index)).ToArray();
            if (!List)
            {
                return parts.Length == 1 ? parts[0] : throw new FormatException("One " + Type.Name + " is expected here, and " + parts.Length + " came.");
            }

            var list = Array.CreateInstance(Type, parts.Length);
            Array.Copy(parts, list, parts.Length);
            return list;
        }

        return ToPart(value);
    }

    private object ToPart(object? value)
    {
        if (Type.IsInstanceOfType(value))
        {
            return value!;
        }

        var part = Read(Type, value);
        part.CheckInput();
        return part;
    }

    /// <summary>An element of a list; an error says which.</summary>
    private object ToPart(object? value, int index)
    {
        try
        {
            return ToPart(value);
        }
        catch (FormatException e)
        {
            throw new FormatException("[" + index.ToString(CultureInfo.InvariantCulture) + "]: " + e.Message, e);
        }
    }

    /// <summary>Makes an object of its JSON text, a dictionary or an object with the same members.</summary>
    internal static JsonView Read(Type type, object? value)
    {
        var part = (JsonView)Activator.CreateInstance(type);
        switch (PlainValues.Normalize(value is string text && JsonReader.Begins(text, '{') ? JsonView.Parse(text) : value))
        {
            case JsonView { IsObject: true } view:
                return view.CopyInto(part);
            case IDictionary members:
                foreach (DictionaryEntry member in members)
                {
                    // PowerShell's names begin with a capital, the API's don't.
                    var name = (string)member.Key;
                    var property = type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
                    if (property is { CanWrite: true } && property.PropertyType == typeof(DateTimeOffset?) && EpochTimeAttribute.ToTime(member.Value) is { } time)
                    {
                        property.SetValue(part, time);
                        continue;
                    }

                    try
                    {
                        part.SetMember(MemberNames.ToJson(name), ToMember(property?.PropertyType, part.Shape.TraitsOf(name).HoldsJson, member.Value));
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

    /// <summary>A member as its property has it: lists of names and values, and objects in the object, are dictionaries here too.</summary>
    private static object? ToMember(Type? type, bool holdsJson, object? value)
    {
        if (type == typeof(TaggedValue[]))
        {
            return TaggedValueListAttribute.Read(value);
        }

        if (type == typeof(Pair[]))
        {
            return PairListAttribute.Read(value);
        }

        if (type == typeof(string))
        {
            return value switch
            {
                IDictionary when holdsJson => PlainJson.Serialize(value),
                SecureString secret => SecretTextAttribute.Reveal(secret),
                _ => value,
            };
        }

        if (value is TimeSpan span && (type == typeof(int?) || type == typeof(long?)))
        {
            return SecondsAttribute.WholeSeconds(span);
        }

        if (value is null || type is not { IsArray: true })
        {
            return IsView(type) ? ToPart(type!, value is object?[] { Length: 1 } single ? single[0] : value) : value;
        }

        // The engine unrolls a list of one element.
        var item = type.GetElementType();
        var list = IsView(item) ? PlainValues.Unfold(value) : value;
        var items = list is IEnumerable many and not (string or IDictionary) ? many.Cast<object?>() : [list];
        return items.Select(element => IsView(item) ? ToPart(item, PlainValues.Unwrap(element)) : element).ToArray();
    }

    private static bool IsView(Type? type) => typeof(JsonView).IsAssignableFrom(type) && type != typeof(JsonView);

    private static object? ToPart(Type type, object? value) => value is null || type.IsInstanceOfType(value) ? value : Read(type, value);
}
