using System;

namespace Authlete.PowerShell.Binding;

/// <summary>A whole number. Empty text is refused: the engine would take it for 0, and an unset variable would set the field.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal class NumberAttribute : InputTransformationAttribute
{
    private protected override object? Transform(object? value) => value is null ? null : NumberValues.ToNumber(value, "A whole number");
}
