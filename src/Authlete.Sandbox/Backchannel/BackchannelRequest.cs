using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Backchannel;

/// <summary>An accepted backchannel authentication request (CIBA).</summary>
internal sealed class BackchannelRequest(long ticketExpiresAt) : PendingAuthorization
{
    private long _expiresAt = ticketExpiresAt;

    public required string Ticket { get; init; }

    /// <summary>POLL, PING or PUSH.</summary>
    public required string DeliveryMode { get; init; }

    public string? NotificationToken { get; init; }

    /// <summary>The requested lifetime in seconds; 0 if there is none.</summary>
    public int RequestedExpiry { get; init; }

    public TokenBinding Binding { get; init; }

    /// <summary>The auth_req_id; null until it is issued.</summary>
    public string? AuthReqId { get; private set; }

    public override long ExpiresAt => _expiresAt;

    /// <summary>Assigns the auth_req_id, which then never changes.</summary>
    public bool TryIssue(string authReqId, long expiresAt)
    {
        lock (Gate)
        {
            if (AuthReqId is not null)
            {
                return false;
            }

            (AuthReqId, _expiresAt) = (authReqId, expiresAt);
            return true;
        }
    }
}
