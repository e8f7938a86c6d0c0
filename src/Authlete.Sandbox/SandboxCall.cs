namespace Authlete.Sandbox;

/// <summary>A received request.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, including the base path.</param>
/// <param name="Query">The query string with its question mark, or an empty string.</param>
/// <param name="AuthorizationScheme">The scheme of the Authorization header, or null without the header.</param>
/// <param name="UserName">The user name of a Basic header (an API key), or null. The secret is not kept.</param>
/// <param name="Body">The body as text.</param>
/// <param name="HeaderCount">The number of request headers.</param>
public sealed record SandboxCall(
    string Method,
    string Path,
    string Query,
    string? AuthorizationScheme,
    string? UserName,
    string Body,
    int HeaderCount
);
