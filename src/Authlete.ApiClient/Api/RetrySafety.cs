namespace Authlete.ApiClient.Api;

/// <summary>Whether an operation may be sent again if its response was lost.</summary>
internal enum RetrySafety
{
    /// <summary>Always: the operation only reads, or sets the same values again.</summary>
    Safe,

    /// <summary>Unless the request meets a <see cref="RepeatCondition"/>.</summary>
    Conditional,

    /// <summary>Never: the operation redeems a code or creates an object.</summary>
    Unsafe,
}
