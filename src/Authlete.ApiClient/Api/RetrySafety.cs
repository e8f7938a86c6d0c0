namespace Authlete.ApiClient.Api;

/// <summary>Whether an operation may be sent again if its answer was lost.</summary>
internal enum RetrySafety
{
    /// <summary>It may: it only reads, or sets the same values again.</summary>
    Safe,

    /// <summary>It may, except for requests with certain contents.</summary>
    Conditional,

    /// <summary>It may not: it redeems a code or creates something.</summary>
    Unsafe,
}
