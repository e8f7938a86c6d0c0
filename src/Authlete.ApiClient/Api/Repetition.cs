namespace Authlete.ApiClient.Api;

/// <summary>Whether an operation may be sent again when its first answer was lost.</summary>
public enum Repetition
{
    /// <summary>It may: it reads, or sets what it sets once more.</summary>
    Safe,

    /// <summary>It may, except for requests with certain contents.</summary>
    Conditional,

    /// <summary>It may not: a code is redeemed, a thing is created.</summary>
    Never,
}
