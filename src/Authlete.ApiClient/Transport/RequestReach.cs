namespace Authlete.ApiClient.Transport;

/// <summary>How far a request got before the call failed.</summary>
public enum RequestReach
{
    /// <summary>The request may have reached the server: it was sent, at least in part, and no answer came.</summary>
    Unknown,

    /// <summary>The server never got the request: the name did not resolve, or the connection or the TLS handshake was not done.</summary>
    NeverSent,

    /// <summary>The server answered: at least a part of an answer came.</summary>
    Answered,
}
