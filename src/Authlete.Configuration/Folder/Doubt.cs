namespace Authlete.Configuration.Folder;

/// <summary>A member or a value that may be a typo, or newer than this library: the server tells.</summary>
/// <param name="File">The file.</param>
/// <param name="Member">The path of the member, or the name of the member that holds the value.</param>
/// <param name="Value">The value; null if the member itself is unknown.</param>
/// <param name="Message">What to say if the server doesn't know it either.</param>
internal sealed record Doubt(string File, string Member, string? Value, string Message);
