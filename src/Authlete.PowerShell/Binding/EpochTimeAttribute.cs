using System;
using System.Globalization;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Binding;

/// <summary>A time: takes a DateTimeOffset, a DateTime (local unless it says UTC), ISO 8601 text with its offset, or the raw number that the API counts in.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EpochTimeAttribute : InputTransformationAttribute
{
    private static readonly string[] s_formats =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss zzz"];

    private readonly TimeUnit _unit;

    /// <param name="seconds">Whether a raw number counts seconds; else it counts milliseconds.</param>
    public EpochTimeAttribute(bool seconds)
    {
        Seconds = seconds;
        _unit = seconds ? TimeUnit.Seconds : TimeUnit.Milliseconds;
    }

    /// <summary>Whether a raw number counts seconds; else it counts milliseconds.</summary>
    public bool Seconds { get; }

    /// <summary>The moment that a value names, or null where it is a number or no time at all.</summary>
    internal static DateTimeOffset? ToTime(object? value) => value switch
    {
        DateTimeOffset time => time,
        DateTime { Kind: DateTimeKind.Unspecified } time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Local)),
        DateTime time => new DateTimeOffset(time),
        string text when HasOffset(text) && DateTimeOffset.TryParseExact(text, s_formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) => time,
        _ => null,
    };

    private protected override object? Transform(object? value)
    {
        switch (value)
        {
            case null:
                return null;
            case var _ when ToTime(value) is { } time:
                return time;
            case string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                return FromNumber(number);
            case string:
                throw new FormatException("A time as text is ISO 8601 with its offset, such as 2030-01-31T10:00:00Z; or give the number of " + Units + " since 1970-01-01 UTC.");
            default:
                return FromNumber(NumberAttribute.ToNumber(value, "A time, or the number of " + Units + " since 1970-01-01 UTC,"));
        }
    }

    private string Units => Seconds ? "seconds" : "milliseconds";

    /// <summary>Without one, the same text would be another time on another machine.</summary>
    private static bool HasOffset(string text) =>
        text.EndsWith("Z", StringComparison.Ordinal) || (text.Length > 6 && text[text.Length - 6] is '+' or '-' && text[text.Length - 3] == ':');

    private DateTimeOffset FromNumber(long number)
    {
        var time = ApiTime.FromNumber(number, _unit) ?? DateTimeOffset.FromUnixTimeSeconds(0);
        return ApiTime.ToNumber(time, _unit) == number ? time : throw new FormatException("There is no such time: the number counts " + Units + " since 1970-01-01 UTC.");
    }
}
