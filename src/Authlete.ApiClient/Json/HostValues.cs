using System;

namespace Authlete.ApiClient.Json;

/// <summary>Unwraps values of the host language, such as PSObject.</summary>
/// <remarks>A separate class because it is set during import, which must not load System.Text.Json.</remarks>
internal static class HostValues
{
    /// <summary>Unwraps a value; returns it unchanged if it has no wrapper.</summary>
    public static Func<object?, object?> Unwrap { get; set; } = static value => value;
}
