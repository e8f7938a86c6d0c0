using System;

namespace Authlete.PowerShell.Binding;

/// <summary>A Boolean setting: takes the texts true and false too, as CSV rows have them. The engine would refuse them.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FlagAttribute : InputTransformationAttribute
{
    private protected override object? Transform(object? value) =>
        value is string text
            ? bool.TryParse(text, out var flag)
                ? flag
                : throw new FormatException("$true or $false is expected here, or one of these words as text.")
            : value;
}
