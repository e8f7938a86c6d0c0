namespace Authlete.Configuration.Folder;

/// <summary>What a client is known by.</summary>
/// <param name="Id">The client id.</param>
/// <param name="Alias">The alias of the client id.</param>
/// <param name="Name">The name.</param>
internal sealed record ClientName(long Id, string? Alias, string? Name);
