using System;
using System.Globalization;

namespace Authlete.PowerShell.Binding;

/// <summary>A duration in seconds. Accepts a number or a TimeSpan.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecondsAttribute : NumberAttribute
{
    private protected override object? Transform(object? value) =>
        value switch
        {
            null => null,
            TimeSpan span => NumberValues.ToSeconds(span),
            string text when text.Contains(":") && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) =>
                NumberValues.ToSeconds(span),
            _ => NumberValues.ToNumber(value, "A number of seconds or a TimeSpan"),
        };
}
