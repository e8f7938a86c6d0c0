namespace Authlete.ApiClient.Json;

/// <summary>What the order of a list means.</summary>
internal enum ListOrder
{
    /// <summary>The facts don't say.</summary>
    Unspecified,

    /// <summary>The order matters.</summary>
    Ordered,

    /// <summary>The order doesn't matter.</summary>
    Set,

    /// <summary>The order doesn't matter, and a member identifies each item.</summary>
    Keyed,
}
