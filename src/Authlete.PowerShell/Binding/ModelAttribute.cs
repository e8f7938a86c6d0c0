using System;
using System.Collections;
using System.Linq;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Binding;

/// <summary>A part of a configuration: takes the object itself, its JSON text, a dictionary or an object with the same members; several of them for a list.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ModelAttribute : InputTransformationAttribute
{
    /// <param name="type">The type of the part.</param>
    public ModelAttribute(Type type) => Type = type;

    /// <summary>The type of the part.</summary>
    public Type Type { get; }

    private protected override object? Transform(object? value)
    {
        if (value is null || Type.IsInstanceOfType(value))
        {
            return value;
        }

        if (value is IEnumerable items and not (string or IDictionary))
        {
            var parts = items.Cast<object?>().Select(item => ToPart(PlainValues.Unwrap(item))).ToArray();
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

        var part = (JsonView)Activator.CreateInstance(Type);
        switch (PlainValues.Normalize(value is string text ? JsonView.Parse(text) : value))
        {
            case JsonView view:
                foreach (var name in view.GetMemberNames())
                {
                    part.SetMember(name, view.GetMember(name));
                }

                return part;
            case IDictionary members:
                foreach (DictionaryEntry member in members)
                {
                    // PowerShell's names begin with a capital, the API's don't.
                    var name = (string)member.Key;
                    part.SetMember(name.Length > 0 ? char.ToLowerInvariant(name[0]) + name.Substring(1) : name, member.Value);
                }

                return part;
            default:
                throw new FormatException("A " + Type.Name + " is expected here: the object, its JSON text, or a dictionary.");
        }
    }
}
