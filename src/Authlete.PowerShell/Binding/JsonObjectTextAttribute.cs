using System;

namespace Authlete.PowerShell.Binding;

/// <summary>A field with a JSON object as a string. Accepts the text, a dictionary (whose order is kept), or an object.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class JsonObjectTextAttribute : InputTransformationAttribute
{
    private protected override object? Transform(object? value) => value is null or "" ? value : PlainValues.ToJsonObject(value);
}
