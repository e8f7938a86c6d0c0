using System;
using System.Collections;
using System.Linq;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Binding;

/// <summary>Text or a list of texts. Rejects structures, which the engine would convert to the names of their types.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal class TextAttribute : InputTransformationAttribute
{
    /// <param name="list">Whether the field is a list.</param>
    public TextAttribute(bool list = false) => List = list;

    /// <summary>Whether the field is a list.</summary>
    public bool List { get; }

    private protected override object? Transform(object? value)
    {
        if (value is null or string)
        {
            return value;
        }

        if (value is IEnumerable items and not (IDictionary or JsonView))
        {
            var texts = items.Cast<object?>().Select(item => TextValues.RequireText(PlainValues.Unwrap(item))).ToArray();
            return List ? texts
                : texts.Length == 1 ? texts[0]
                : throw new FormatException("One string is expected, but there are " + texts.Length + ".");
        }

        return TextValues.RequireText(value);
    }
}
