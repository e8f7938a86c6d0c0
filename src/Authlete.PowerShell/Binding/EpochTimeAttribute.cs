using System;
using System.Globalization;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Binding;

/// <summary>A time: takes a DateTimeOffset, a DateTime, ISO 8601 text, or the raw number that the API counts in.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EpochTimeAttribute : InputTransformationAttribute
{
    private readonly TimeUnit _unit;

    /// <param name="seconds">Whether a raw number counts seconds; else it counts milliseconds.</param>
    public EpochTimeAttribute(bool seconds)
    {
        Seconds = seconds;
        _unit = seconds ? TimeUnit.Seconds : TimeUnit.Milliseconds;
    }

    /// <summary>Whether a raw number counts seconds; else it counts milliseconds.</summary>
    public bool Seconds { get; }

    private protected override object? Transform(object? value)
    {
        switch (value)
        {
            case null or DateTimeOffset:
                return value;
            case DateTime time:
                return new DateTimeOffset(time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Local) : time);
            case string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                return FromNumber(number);
            case string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time):
                return time;
            case IConvertible and not string:
                return FromNumber(Convert.ToInt64(value, CultureInfo.InvariantCulture));
            default:
                throw new FormatException("A time is expected here, or the number of " + (Seconds ? "seconds" : "milliseconds") + " since 1970-01-01 UTC.");
        }
    }

    private DateTimeOffset FromNumber(long number) =>
        ApiTime.FromNumber(number, _unit) ?? DateTimeOffset.FromUnixTimeSeconds(0);
}
