namespace Authlete.Configuration.Planning;

/// <summary>A change of one property. Secrets are masked.</summary>
/// <param name="Name">The path of the property.</param>
/// <param name="Old">The value that the server has.</param>
/// <param name="New">The value that it gets.</param>
internal sealed record PropertyChange(string Name, object? Old, object? New);
