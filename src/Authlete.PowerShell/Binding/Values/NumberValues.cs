using System;
using System.Globalization;
using System.Numerics;

namespace Authlete.PowerShell.Binding;

/// <summary>Whole numbers.</summary>
internal static class NumberValues
{
    // Beyond it a double doesn't hold every whole number: what was typed may be another one.
    private const double MaxExactDouble = 9007199254740992;

    /// <summary>The whole number that a value is.</summary>
    /// <param name="value">A number, or its digits.</param>
    /// <param name="expected">What is expected, for the message.</param>
    /// <exception cref="FormatException">The value is none, or none that the API can hold.</exception>
    public static long ToNumber(object? value, string expected)
    {
        var number = value switch
        {
            string text => BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed)
                ? parsed
                : null,
            _ when IsNumber(value) => ToInteger(value!),
            _ => (BigInteger?)null,
        };
        return number is not { } whole ? throw new FormatException(expected + " is expected here.")
            : whole >= long.MinValue && whole <= long.MaxValue ? (long)whole
            : throw new FormatException(expected + " is expected here, but this one is too large.");
    }

    public static bool IsNumber(object? value) =>
        value is sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal or BigInteger;

    /// <summary>The seconds of a duration, rounded up: 0 would leave the duration to the service.</summary>
    public static long ToSeconds(TimeSpan duration) => (long)Math.Ceiling(duration.TotalSeconds);

    private static BigInteger? ToInteger(object number) =>
        number switch
        {
            BigInteger big => big,
            decimal exact => exact == decimal.Truncate(exact) ? (BigInteger)exact : null,
            float or double => Convert.ToDouble(number, CultureInfo.InvariantCulture) is var real
            && Math.Abs(real) <= MaxExactDouble
            && Math.Floor(real) == real
                ? (BigInteger)real
                : null,
            ulong large => large,
            _ => Convert.ToInt64(number, CultureInfo.InvariantCulture),
        };
}
