namespace Authlete.Sandbox;

/// <summary>A client that the sandbox starts with.</summary>
public sealed record SandboxClient(long ClientId, string ClientSecret, string RedirectUri);
