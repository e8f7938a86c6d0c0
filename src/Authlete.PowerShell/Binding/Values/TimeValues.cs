using System;
using System.Globalization;
using System.Management.Automation;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Binding;

/// <summary>Reads times in all forms that users write.</summary>
internal static class TimeValues
{
    private static readonly string[] s_formats =
    [
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm:ssK",
        "yyyy-MM-dd HH:mm:ss zzz",
    ];

    /// <summary>Returns a time; null if the value is a number or not a time.</summary>
    public static DateTimeOffset? ToTime(object? value) =>
        value switch
        {
            DateTimeOffset time => time,
            DateTime { Kind: DateTimeKind.Unspecified } time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Local)),
            DateTime time => new DateTimeOffset(time),
            string text
                when HasOffset(text)
                    && DateTimeOffset.TryParseExact(text, s_formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) =>
                time,
            _ => null,
        };

    /// <summary>Returns the DateTimeOffset that was serialized to a file or from a job; null if it was none.</summary>
    /// <remarks>The engine deserializes a DateTime as such, but a DateTimeOffset as an object with its properties.</remarks>
    public static DateTimeOffset? FindDeserialized(PSObject custom) =>
        custom.TypeNames.Contains("Deserialized.System.DateTimeOffset")
        && custom.Properties["UtcDateTime"]?.Value is var value
        && (value is PSObject wrapped ? wrapped.BaseObject : value) is DateTime utc
            ? new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc))
            : null;

    /// <summary>Reads a time, or a number in the API's unit.</summary>
    /// <exception cref="FormatException">The value is neither.</exception>
    public static DateTimeOffset Read(object value, TimeUnit unit)
    {
        var units = unit == TimeUnit.Seconds ? "seconds" : "milliseconds";
        return value switch
        {
            _ when ToTime(value) is { } time => time,
            string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => FromNumber(
                number,
                unit,
                units
            ),
            string => throw new FormatException(
                "A time as text is ISO 8601 with its offset, such as 2030-01-31T10:00:00Z. You can also specify the number of "
                    + units
                    + " since 1970-01-01 UTC."
            ),
            _ => FromNumber(NumberValues.ToNumber(value, "A time, or the number of " + units + " since 1970-01-01 UTC,"), unit, units),
        };
    }

    /// <summary>Whether a text has an offset. Without one, it would mean different times on different machines.</summary>
    private static bool HasOffset(string text) =>
        text.EndsWith("Z", StringComparison.Ordinal)
        || (text.Length > 6 && text[text.Length - 6] is '+' or '-' && text[text.Length - 3] == ':');

    private static DateTimeOffset FromNumber(long number, TimeUnit unit, string units)
    {
        var time = ApiTime.FromNumber(number, unit) ?? DateTimeOffset.FromUnixTimeSeconds(0);
        return ApiTime.ToNumber(time, unit) == number
            ? time
            : throw new FormatException("The number isn't a valid time. It is a number of " + units + " since 1970-01-01 UTC.");
    }
}
