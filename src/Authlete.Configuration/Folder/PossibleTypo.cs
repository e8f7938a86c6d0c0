namespace Authlete.Configuration.Folder;

/// <summary>A member or value that is misspelled, or newer than this library. Only the server's data can show which.</summary>
/// <param name="File">The file.</param>
/// <param name="Member">The path of the member, or the name of the member with the value.</param>
/// <param name="Value">The value; null if the member itself is unknown.</param>
/// <param name="Message">The error message if the server doesn't know it either.</param>
internal sealed record PossibleTypo(string File, string Member, string? Value, string Message);
