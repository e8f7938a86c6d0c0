using System;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Binding;

/// <summary>A time. Accepts a DateTimeOffset, a DateTime (local unless its kind is UTC), ISO 8601 text with an offset, or a number in the API's unit.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EpochTimeAttribute : InputTransformationAttribute
{
    /// <param name="seconds">Whether a number means seconds instead of milliseconds.</param>
    public EpochTimeAttribute(bool seconds) => Seconds = seconds;

    /// <summary>Whether a number means seconds instead of milliseconds.</summary>
    public bool Seconds { get; }

    private protected override object? Transform(object? value) =>
        value is null ? null : TimeValues.Read(value, Seconds ? TimeUnit.Seconds : TimeUnit.Milliseconds);
}
