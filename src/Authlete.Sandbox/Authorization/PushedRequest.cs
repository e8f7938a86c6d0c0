using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Authorization;

/// <summary>A pushed authorization request that hasn't been used yet (RFC 9126).</summary>
internal sealed record PushedRequest(ClientRecord Client, RequestSource Source, long ExpiresAt) : IOfClient;
