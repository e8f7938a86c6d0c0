using System;

namespace Authlete.PowerShell.Binding;

/// <summary>A Boolean. Also accepts the texts true and false, as in CSV rows, which the engine would reject.</summary>
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
