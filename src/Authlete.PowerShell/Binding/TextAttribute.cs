using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Binding;

/// <summary>Text, or a list of texts. A structure is refused: the engine would take the name of its type for a text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public class TextAttribute : InputTransformationAttribute
{
    /// <param name="list">Whether the field is a list.</param>
    public TextAttribute(bool list = false) => List = list;

    /// <summary>Whether the field is a list.</summary>
    public bool List { get; }

    internal static string ToText(object? value) => value switch
    {
        string text => text,
        Uri uri => uri.OriginalString,
        bool flag => flag ? "true" : "false",
        DateTime or DateTimeOffset => throw new FormatException("Text is expected here, and a time came: write it as the text that is meant."),
        IConvertible or Guid or Version or System.Net.IPAddress => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => throw new FormatException("Text is expected here, and " + Describe(value) + " came."),
    };

    internal static string Describe(object? value) => value switch
    {
        null => "null",
        JsonView view => "a " + view.GetType().Name,
        IDictionary => "a dictionary",
        PSObject { BaseObject: PSCustomObject } => "an object",
        IEnumerable => "a list",
        _ => "a " + value.GetType().Name,
    };

    private protected override object? Transform(object? value)
    {
        if (value is null or string)
        {
            return value;
        }

        if (value is IEnumerable items and not (IDictionary or JsonView))
        {
            var texts = items.Cast<object?>().Select(item => ToText(PlainValues.Unwrap(item))).ToArray();
            return List ? texts : texts.Length == 1 ? texts[0] : throw new FormatException("One text is expected here, and " + texts.Length + " came.");
        }

        return ToText(value);
    }
}
