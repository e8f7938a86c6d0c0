using System;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Binding;

/// <summary>A time: takes a DateTimeOffset, a DateTime (local unless it says UTC), ISO 8601 text with its offset, or the raw number that the API counts in.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EpochTimeAttribute : InputTransformationAttribute
{
    /// <param name="seconds">Whether a raw number counts seconds; else it counts milliseconds.</param>
    public EpochTimeAttribute(bool seconds) => Seconds = seconds;

    /// <summary>Whether a raw number counts seconds; else it counts milliseconds.</summary>
    public bool Seconds { get; }

    private protected override object? Transform(object? value) =>
        value is null ? null : TimeValues.Read(value, Seconds ? TimeUnit.Seconds : TimeUnit.Milliseconds);
}
