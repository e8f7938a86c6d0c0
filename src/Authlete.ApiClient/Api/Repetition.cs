namespace Authlete.ApiClient.Api;

/// <summary>Whether an operation may be sent again when its first answer was lost.</summary>
public enum Repetition
{
    /// <summary>It may: it reads, or sets what it sets once more.</summary>
    Safe,

    /// <summary>It may in most cases; the facts file says when not.</summary>
    Conditional,

    /// <summary>It may not: a code is redeemed, a thing is created.</summary>
    Never,
}
