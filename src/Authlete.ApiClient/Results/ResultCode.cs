namespace Authlete.ApiClient.Results;

/// <summary>The meaning of a result code.</summary>
/// <param name="Code">The code, such as A004301.</param>
/// <param name="Operations">The paths of the operations that return the code, relative to the base URI, or a group in parentheses.</param>
/// <param name="Action">The usual action; null if it is unknown or there is none.</param>
/// <param name="StatusCode">The usual HTTP status code; null if it is unknown.</param>
/// <param name="Meaning">The meaning.</param>
public sealed record ResultCode(string Code, string Operations, string? Action, int? StatusCode, string Meaning)
{
    /// <summary>Whether the code means that the object belongs to another service.</summary>
    internal bool IsForeignObject { get; init; }

    /// <summary>Whether the code means that the object doesn't exist.</summary>
    internal bool IsUnknownObject { get; init; }

    /// <summary>Who has to act; see <see cref="Models.ApiResponse.ResultOrigin"/>.</summary>
    public string? Origin => ResultOrigins.Of(Code);
}
