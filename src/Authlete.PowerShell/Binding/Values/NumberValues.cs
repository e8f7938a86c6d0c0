using System;
using System.Globalization;

namespace Authlete.PowerShell.Binding;

/// <summary>Whole numbers.</summary>
internal static class NumberValues
{
    public static long ToNumber(object? value, string expected) =>
        value switch
        {
            string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            ulong
            or float
            or double
            or decimal when Convert.ToDecimal(value, CultureInfo.InvariantCulture) is var number && number == decimal.Truncate(number) =>
                decimal.ToInt64(number),
            _ => throw new FormatException(expected + " is expected here."),
        };

    /// <summary>The seconds of a duration, rounded up: 0 would leave the duration to the service.</summary>
    public static long ToSeconds(TimeSpan duration) => (long)Math.Ceiling(duration.TotalSeconds);
}
