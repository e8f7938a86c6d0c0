using System;
using System.Collections;
using System.Globalization;
using System.Linq;

namespace Authlete.PowerShell.Binding;

/// <summary>A nested object of a request, or a list of them. Accepts objects of the type, JSON text, dictionaries, and objects with the same members.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ModelAttribute : InputTransformationAttribute
{
    /// <param name="type">The type of the object.</param>
    /// <param name="list">Whether the field is a list.</param>
    public ModelAttribute(Type type, bool list = false) => (Type, List) = (type, list);

    /// <summary>The type of the object.</summary>
    public Type Type { get; }

    /// <summary>Whether the field is a list.</summary>
    public bool List { get; }

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
                return parts.Length == 1
                    ? parts[0]
                    : throw new FormatException("One " + Type.Name + " is expected here, but there are " + parts.Length + ".");
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

        var part = ModelReader.Read(Type, value);
        part.CheckInput();
        return part;
    }

    /// <summary>Converts a list item. An error contains its index.</summary>
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
}
