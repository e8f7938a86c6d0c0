using System;

namespace Authlete.PowerShell.Binding;

/// <summary>A field that holds a JSON object as text: takes the text, a dictionary (its order kept) or an object.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class JsonObjectTextAttribute : InputTransformationAttribute
{
    private protected override object? Transform(object? value) => value is null or "" ? value : PlainValues.ToJsonObject(value);
}
