namespace Authlete.Configuration.Planning;

/// <summary>A change of one property, with secrets masked.</summary>
/// <param name="Name">The path of the property.</param>
/// <param name="Old">The value on the server.</param>
/// <param name="New">The new value.</param>
internal sealed record PropertyChange(string Name, object? Old, object? New);
