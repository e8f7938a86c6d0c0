using System;
using System.Globalization;

namespace Authlete.PowerShell.Binding;

/// <summary>A duration in seconds: takes a number or a TimeSpan.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecondsAttribute : InputTransformationAttribute
{
    private protected override object? Transform(object? value) => value switch
    {
        TimeSpan span => WholeSeconds(span),
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) => seconds,
        string text when text.Contains(":") && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) => WholeSeconds(span),
        string { Length: > 0 } => throw new FormatException("A number of seconds or a TimeSpan is expected here."),
        _ => value,
    };

    /// <summary>Rounded up: 0 would mean that nothing was said.</summary>
    private static long WholeSeconds(TimeSpan span) => (long)Math.Ceiling(span.TotalSeconds);
}
