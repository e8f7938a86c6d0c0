using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Backchannel;

/// <summary>A backchannel authentication request that has been accepted (CIBA).</summary>
internal sealed class BackchannelRequest(long ticketExpiresAt) : PendingAuthorization
{
    private long _expiresAt = ticketExpiresAt;

    public required string Ticket { get; init; }

    /// <summary>POLL, PING or PUSH.</summary>
    public required string DeliveryMode { get; init; }

    public string? NotificationToken { get; init; }

    /// <summary>The lifetime that the client asks for, in seconds; 0 when it does not.</summary>
    public int RequestedExpiry { get; init; }

    public TokenBinding Binding { get; init; }

    /// <summary>The auth_req_id; null until it is issued.</summary>
    public string? AuthReqId { get; private set; }

    public override long ExpiresAt => _expiresAt;

    /// <summary>Gives the request its auth_req_id; it gets no other.</summary>
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
