using System;
using System.Globalization;

namespace Authlete.PowerShell.Binding;

/// <summary>A whole number. Empty text is refused: the engine would take it for 0, and an unset variable would set the field.</summary>
[AttributeUsage(AttributeTargets.Property)]
public class NumberAttribute : InputTransformationAttribute
{
    internal static long ToNumber(object? value, string expected) => value switch
    {
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ulong or float or double or decimal when Convert.ToDecimal(value, CultureInfo.InvariantCulture) is var number && number == decimal.Truncate(number) => decimal.ToInt64(number),
        _ => throw new FormatException(expected + " is expected here."),
    };

    private protected override object? Transform(object? value) => value is null ? null : ToNumber(value, "A whole number");
}
