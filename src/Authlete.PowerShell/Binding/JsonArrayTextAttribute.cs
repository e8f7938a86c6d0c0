using System;
using System.Collections;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Binding;

/// <summary>A field with a JSON array as a string. Accepts the text, an array, or its only element.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class JsonArrayTextAttribute : InputTransformationAttribute
{
    private protected override object? Transform(object? value) =>
        value switch
        {
            null or "" => value,
            string text when text.TrimStart().StartsWith("[", StringComparison.Ordinal) => ParseArray(text),
            IEnumerable and not (string or IDictionary) => PlainJson.Serialize(PlainValues.Normalize(value)),
            // The engine unwraps an array with one element.
            _ => PlainJson.Serialize(new[] { PlainValues.Normalize(value) }),
        };

    private static string ParseArray(string text)
    {
        JsonView.Parse(text);
        return text;
    }
}
