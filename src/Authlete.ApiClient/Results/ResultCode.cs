namespace Authlete.ApiClient.Results;

/// <summary>What a result code means.</summary>
/// <param name="Code">The code, such as A004301.</param>
/// <param name="Operations">The paths of the operations that answer it, relative to the base URI, or a group in parentheses.</param>
/// <param name="Action">The usual action, or null if it is unknown or there is none.</param>
/// <param name="StatusCode">The usual HTTP status, or null if it is unknown.</param>
/// <param name="Meaning">What it means.</param>
public sealed record ResultCode(string Code, string Operations, string? Action, int? StatusCode, string Meaning)
{
    /// <summary>Whether the object of the call belongs to another service.</summary>
    internal bool IsForeignObject { get; init; }

    /// <summary>Whether the object of the call doesn't exist.</summary>
    internal bool IsUnknownObject { get; init; }

    /// <summary>Who has to act; see <see cref="Models.ApiResponse.ResultOrigin"/>.</summary>
    public string? Origin => ResultOrigins.Of(Code);
}
