namespace Authlete.ApiClient.Transport;

/// <summary>How far a request got before the call failed.</summary>
public enum RequestReach
{
    /// <summary>The request may have reached the server: at least a part of it was sent, and no response arrived.</summary>
    Unknown,

    /// <summary>The request didn't reach the server: the name did not resolve, or the connection or the TLS handshake failed.</summary>
    NeverSent,

    /// <summary>The server responded: at least a part of a response arrived.</summary>
    Answered,
}
