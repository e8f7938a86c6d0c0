using System;
using System.Globalization;
using System.Numerics;

namespace Authlete.PowerShell.Binding;

/// <summary>Reads integers.</summary>
internal static class NumberValues
{
    // Above this value, a double can't represent every integer, so it may differ from the number that was typed.
    private const double MaxExactDouble = 9007199254740992;

    /// <summary>Converts a value to an integer.</summary>
    /// <param name="value">A number, or its digits.</param>
    /// <param name="expected">The expected input, for the message.</param>
    /// <exception cref="FormatException">The value is not an integer, or is out of range.</exception>
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

    /// <summary>Converts a duration to seconds, rounded up, because 0 would mean the service's default.</summary>
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
