using System.Collections.Generic;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Authorization;

/// <summary>What an authorization code stands for.</summary>
internal sealed record AuthorizationCode(
    AuthorizationRequest Request,
    IReadOnlyList<string> Scopes,
    Authentication Authentication,
    IReadOnlyList<TokenProperty> Properties,
    long ExpiresAt);
