namespace Authlete.Configuration.Folder;

/// <summary>The names that identify a client.</summary>
/// <param name="Id">The client ID.</param>
/// <param name="Alias">The alias of the client ID.</param>
/// <param name="Name">The name.</param>
internal sealed record ClientName(long Id, string? Alias, string? Name);
