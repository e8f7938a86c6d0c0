using System;

namespace Authlete.ApiClient.Json;

/// <summary>The wrappers that a host language puts around values.</summary>
/// <remarks>A class of its own, because it is set at import, when System.Text.Json must not be loaded.</remarks>
internal static class HostValues
{
    /// <summary>Unwraps a value; returns it if it has no wrapper.</summary>
    public static Func<object?, object?> Unwrap { get; set; } = static value => value;
}
