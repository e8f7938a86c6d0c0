namespace Authlete.ApiClient.Json;

/// <summary>The kinds of JSON values that a required member can have.</summary>
internal enum MemberKind
{
    /// <summary>A string that isn't empty.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>An array.</summary>
    List,

    /// <summary>An array, or null.</summary>
    ListOrNull,
}
