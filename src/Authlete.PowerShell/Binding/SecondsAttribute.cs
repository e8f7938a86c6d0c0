using System;
using System.Globalization;

namespace Authlete.PowerShell.Binding;

/// <summary>A duration in seconds: takes a number or a TimeSpan.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecondsAttribute : NumberAttribute
{
    private protected override object? Transform(object? value) => value switch
    {
        null => null,
        TimeSpan span => WholeSeconds(span),
        string text when text.Contains(":") && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) => WholeSeconds(span),
        _ => ToNumber(value, "A number of seconds or a TimeSpan"),
    };

    /// <summary>Rounded up: 0 would mean that nothing was said.</summary>
    internal static long WholeSeconds(TimeSpan span) => (long)Math.Ceiling(span.TotalSeconds);
}
