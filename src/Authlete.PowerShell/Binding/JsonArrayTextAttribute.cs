using System;
using System.Collections;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Binding;

/// <summary>A field that holds a JSON array as text: takes the text, an array, or its only element.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class JsonArrayTextAttribute : InputTransformationAttribute
{
    private protected override object? Transform(object? value) =>
        value switch
        {
            null or "" => value,
            string text when text.TrimStart().StartsWith("[", StringComparison.Ordinal) => Checked(text),
            IEnumerable and not (string or IDictionary) => PlainJson.Serialize(PlainValues.Normalize(value)),
            // The engine unrolls an array of one element.
            _ => PlainJson.Serialize(new[] { PlainValues.Normalize(value) }),
        };

    private static string Checked(string text)
    {
        JsonView.Parse(text);
        return text;
    }
}
