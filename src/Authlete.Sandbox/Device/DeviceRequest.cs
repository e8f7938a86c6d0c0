using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Device;

/// <summary>An accepted device authorization request (RFC 8628).</summary>
internal sealed class DeviceRequest(long expiresAt) : PendingAuthorization
{
    public required string DeviceCode { get; init; }

    public required string UserCode { get; init; }

    public override long ExpiresAt { get; } = expiresAt;
}
