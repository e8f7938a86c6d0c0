using System;

namespace Authlete.ApiClient.Json;

/// <summary>What a host language wraps around values.</summary>
/// <remarks>A class of its own, because it is set at import, when System.Text.Json must not be loaded.</remarks>
internal static class HostValues
{
    /// <summary>Takes the wrapping off; a value that has none is given back.</summary>
    public static Func<object?, object?> Unwrap { get; set; } = static value => value;
}
