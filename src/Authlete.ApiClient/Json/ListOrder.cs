namespace Authlete.ApiClient.Json;

/// <summary>Whether the order of a list matters.</summary>
internal enum ListOrder
{
    /// <summary>Not known.</summary>
    Unspecified,

    /// <summary>The order matters.</summary>
    Ordered,

    /// <summary>The order doesn't matter.</summary>
    Set,

    /// <summary>The order doesn't matter, and a member identifies each item.</summary>
    Keyed,
}
