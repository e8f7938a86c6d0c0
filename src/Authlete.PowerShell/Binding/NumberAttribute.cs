using System;

namespace Authlete.PowerShell.Binding;

/// <summary>An integer. Rejects empty text, which the engine would convert to 0, so that an unset variable would set the field.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal class NumberAttribute : InputTransformationAttribute
{
    private protected override object? Transform(object? value) => value is null ? null : NumberValues.ToNumber(value, "A whole number");
}
